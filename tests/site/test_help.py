"""Every page has its help, and every topic of the help says something to whoever may read it."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.utils import translation
from tests.site import people

from vijfluik.site.help.finding import TOPICS, help_of, topic_named, topic_of
from vijfluik.site.help.topic import Topic

# What answers with something else than a page of ours: data, a picture, or another address.
NO_PAGE = {
    "health", "health_live", "health_ready", "health_numbers", "openapi", "calendar", "via_keys",
    "figures:json", "figures:csv", "explaining:json", "released:file", "reports:html",
    "reports:pdf", "reports:docx", "reports:odt", "reports:csv", "reports:json", "reports:jsonld",
}  # fmt: skip
# Pages of a record lead to the help of its register, which tells of them.
OF_A_RECORD = ("create", "correct", "act", "detail", "import", "import_result", "import_preview")


def names(resolver: URLResolver, room: str = "") -> Iterator[str]:
    """The name of every view, as a request knows it."""
    for found in resolver.url_patterns:
        if isinstance(found, URLPattern):
            yield f"{room}{found.name}"
        else:
            yield from names(found, f"{room}{found.namespace}:" if found.namespace else room)


ALL = sorted(set(names(get_resolver())))


def test_every_view_that_shows_a_page_has_help() -> None:
    assert [name for name in ALL if name not in NO_PAGE and not help_of(name)] == []
    assert set(ALL) >= NO_PAGE


def test_no_topic_names_a_view_that_is_not_there_and_no_view_has_two() -> None:
    gone = [
        pattern
        for topic in TOPICS
        for pattern in topic.views
        if not any(fnmatchcase(name, pattern) for name in ALL)
    ]
    assert gone == []
    for name in ALL:
        said = [
            topic.word
            for topic in TOPICS
            if any(fnmatchcase(name, pattern) for pattern in topic.views)
        ]
        assert len(said) < 2, (name, said)


def test_topics_have_words_of_their_own_and_know_each_other() -> None:
    words = [topic.word for topic in TOPICS]
    assert len(words) == len(set(words))
    for topic in TOPICS:
        assert all((topic.can, topic.steps, topic.follows)), topic.word
        assert all(topic_named(word) for word in topic.see), topic.word


def test_pages_of_a_record_lead_to_the_help_of_their_register() -> None:
    assert {help_of(f"trainings:{page}") for page in OF_A_RECORD} == {"/trainingen/hulp/"}
    assert help_of("trainings:answers") == "/hulp/trainingen-aanbod/"
    assert help_of("trainings:help") == "/hulp/"
    assert topic_of("nowhere") is None
    assert help_of("nowhere") == ""


def told(page: str, topic: Topic) -> bool:
    """Whether a page says all of a topic."""
    said = (topic.purpose, *topic.can, *topic.steps, *topic.follows, topic.ask)
    return all(str(sentence) in page for sentence in said)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_whoever_is_signed_in_reads_every_topic(platform: str, language: str) -> None:
    client = people.browser(people.PROVIDER)
    for topic in TOPICS:
        answer = client.get(f"/hulp/{topic.word}/", headers={"accept-language": language})
        page = answer.content.decode()
        assert answer.status_code == 200, topic.word
        assert f'<html lang="{language}"' in page
        with translation.override(language):
            assert told(page, topic), topic.word


def test_nobody_signed_in_reads_the_help_of_public_pages_only(platform: str) -> None:
    nobody = Client()
    every = nobody.get("/hulp/").content.decode()
    for topic in TOPICS:
        address = f"/hulp/{topic.word}/"
        answer = nobody.get(address)
        assert answer.status_code == (200 if topic.public else 302), topic.word
        assert (address in every) is topic.public, topic.word
        if topic.public:
            assert told(answer.content.decode(), topic)
    for path in ("/aanmelden/", "/toegankelijkheid/", "/stijl/", "/begin/niets/"):
        named = topic_of(resolve(path).view_name)
        assert named is not None
        assert named.public, path
        assert f'href="/hulp/{named.word}/"' in nobody.get(path).content.decode()


def test_the_list_shows_the_registers_that_its_reader_may_enter(platform: str) -> None:
    page = people.browser(people.PROVIDER).get("/hulp/").content.decode()
    assert 'href="/trainingen/hulp/"' in page
    assert 'href="/subsidieaanvragen/hulp/"' not in page
    assert 'href="/hulp/mijn-werk/"' in page


def test_a_topic_that_is_not_there_does_not_exist(platform: str) -> None:
    answer = people.browser(people.PROVIDER).get("/hulp/bestaat-niet/")
    assert answer.status_code == 404
    assert 'href="/hulp/"' in answer.content.decode()

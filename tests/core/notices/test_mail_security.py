"""Mail goes to a server that proves who it is, over TLS, or it does not go."""

import pytest
from django.test import override_settings
from tests.core.accounts.provider_certificates import Certificates, made
from tests.core.notices.mailserver import mail_server
from tests.core.notices.test_notices import ADDRESS, mails, round_in, training, with_address

from vijfluik.core.notices.models import Fault
from vijfluik.core.notices.sending import BACKOFF


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """Of an authority that no machine knows."""
    return made(tmp_path_factory.mktemp("mail"), client="nobody")


def test_mail_goes_by_starttls_to_who_proves_it_and_to_nobody_else(
    committed: str, certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_in()
    with mail_server(certificate=certificates.host) as box:
        # Which authorities are believed is the machine's to say, or the installation's.
        monkeypatch.setenv("SSL_CERT_FILE", certificates.authority)
        with_address(box)
        training(due_in=6)
        assert round_in().sent == 1
        assert box.secured == [True, True]
        assert [to for to, _raw in box.taken] == [ADDRESS]
        monkeypatch.delenv("SSL_CERT_FILE")
        training(due_in=7)
        assert round_in().sent == 0
        # Under another name than its own it is another server.
        monkeypatch.setenv("SSL_CERT_FILE", certificates.authority)
        later = BACKOFF[0] * 1.1 / 1440
        with override_settings(EMAIL_HOST="localhost"):
            assert round_in(later).sent == 0
        assert [(each.fault, each.tries) for each in mails()][1:] == [(Fault.INSECURE, 2)]
        assert len(box.taken) == 1
    with mail_server() as plain:
        # Who does not offer TLS is told nothing, not even the address.
        with override_settings(EMAIL_USE_TLS=True):
            later += BACKOFF[1] * 1.1 / 1440
            assert round_in(later).sent == 0
        assert plain.taken == []
        assert mails()[-1].fault == Fault.INSECURE

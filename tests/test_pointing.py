"""A connection that is kept goes on as a new one, whatever another one was in the middle of."""

import pytest
from django.db import connection, transaction

from tests.pointing import point_at
from vijfluik.core.partners.models import Organisation


@pytest.mark.usefixtures("committed")
def test_a_kept_connection_knows_nothing_of_a_transaction_that_was_left(database: str) -> None:
    own = str(connection.settings_dict["NAME"])
    assert Organisation.objects.count()
    point_at(database)
    left = transaction.atomic()
    left.__enter__()
    assert Organisation.objects.count()
    point_at(own)
    assert connection.get_autocommit()
    with transaction.atomic(), transaction.atomic():
        assert Organisation.objects.count()

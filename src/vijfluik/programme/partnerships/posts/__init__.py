"""The register of posts and secondments: functions abroad and elsewhere, never who fills them."""

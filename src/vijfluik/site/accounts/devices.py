"""What a browser says it is, in a few words: enough to know one's own devices by, and no more."""

# In this order: most browsers say that they are others as well.
BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"),
            ("Safari", "Safari"))  # fmt: skip
SYSTEMS = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
           ("Mac OS", "macOS"), ("Linux", "Linux"))  # fmt: skip


def device_of(agent: str) -> str:
    """Browser and system, such as "Firefox, Windows"; empty for what is not known."""
    found = []
    for known in (BROWSERS, SYSTEMS):
        found += [name for sign, name in known if sign in agent][:1]
    return ", ".join(found)

"""The platform as a site: settings, root URLs and the pages that everybody knows."""

"""One build, from settings to the site in place."""

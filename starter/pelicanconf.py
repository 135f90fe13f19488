"""The settings of this site; what it leaves out, the plugin settles."""

PLUGINS = ["service_catalogue"]
PATH = "content"
SITENAME = "%name%"
AUTHOR = "redakcja"
TIMEZONE = "Europe/Warsaw"
DEFAULT_LANG = "pl"

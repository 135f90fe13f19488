"""The settings of this site; what it leaves out, the plugin settles."""

PLUGIN_PATHS = ["plugins"]
PLUGINS = ["service_catalogue"]

PATH = "content"
THEME = "theme"
SITENAME = "Katalog usług społecznych"
AUTHOR = "redakcja"
TIMEZONE = "Europe/Warsaw"
DEFAULT_LANG = "pl"

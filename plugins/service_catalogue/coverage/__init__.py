"""What there is where, and what is not."""

from service_catalogue.coverage.asking import Countable, countable, questions
from service_catalogue.coverage.counting import MEASURES, Places, Tally
from service_catalogue.coverage.figures import (
    Figure,
    Subject,
    cells,
    cells_columns,
    figures,
    figures_of_city,
    key_of,
)
from service_catalogue.coverage.map_of_needs import AreaCoverage, Coverage, Known, Row, coverage, gminas_of
from service_catalogue.coverage.queries import of_cells, query_of_services

__all__ = [
    "MEASURES",
    "AreaCoverage",
    "Countable",
    "Coverage",
    "Figure",
    "Known",
    "Places",
    "Row",
    "Subject",
    "Tally",
    "cells",
    "cells_columns",
    "countable",
    "coverage",
    "figures",
    "figures_of_city",
    "gminas_of",
    "key_of",
    "of_cells",
    "query_of_services",
    "questions",
]

"""What a tab of the browser does while a test watches."""

from dataclasses import dataclass, field

from playwright.sync_api import Page


@dataclass
class PageLog:
    """What a tab asked for and complained about; a breach of the content security policy is a complaint."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def foreign(self, address: str) -> list[str]:
        """Requests to any other host than the one of an address."""
        own = (address.rpartition("/")[0], "data:", "blob:")
        return [url for url in self.requests if not url.startswith(own)]


def watch(page: Page, log: PageLog) -> None:
    """Writes down what a page asks for and complains about."""
    page.on("request", lambda request: log.requests.append(request.url))
    page.on("pageerror", lambda error: log.complaints.append(str(error)))
    page.on("console", lambda said: log.complaints.append(said.text) if said.type in {"error", "warning"} else None)

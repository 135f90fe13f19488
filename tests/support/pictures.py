"""Pictures of parts of a page that are the same on every machine, small enough to keep, and compared in the browser.

Every letter is drawn as the same box (`boxes.ttf`, 664 bytes, one glyph for all of Unicode), because machines have
different fonts: what is compared is where things stand, their colours, lines and icons, and where text breaks.
"""

import base64
from pathlib import Path

from playwright.sync_api import Locator, Page

FONT = Path(__file__).parents[1] / "browser/boxes.ttf"
QUARTER = """async (shot) => {
  const image = new Image();
  image.src = `data:image/png;base64,${shot}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(image.width / 4), Math.round(image.height / 4)];
  const context = canvas.getContext("2d");
  context.filter = "grayscale(1)";
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const drawn = context.getImageData(0, 0, canvas.width, canvas.height);
  drawn.data.forEach((level, at) => (drawn.data[at] = Math.round(level / 17) * 17));
  context.putImageData(drawn, 0, 0);
  return canvas.toDataURL("image/png").split(",")[1];
}"""
DIFFERENCE = """async (pictures) => {
  const [one, other] = await Promise.all(pictures.map(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  }));
  if (one.width !== other.width || one.height !== other.height) return 1;
  let differ = 0;
  for (let at = 0; at < one.data.length; at += 4) differ += Math.abs(one.data[at] - other.data[at]) > 32;
  return differ / (one.data.length / 4);
}"""


def draw_letters_as_boxes(page: Page) -> None:
    """Gives a page the font of boxes; the tab's context must bypass the page's policy."""
    font = base64.b64encode(FONT.read_bytes()).decode()
    face = f"@font-face {{ font-family: boxes; src: url(data:font/ttf;base64,{font}) }}"
    page.add_style_tag(content=f"{face} * {{ font-family: boxes !important }}")
    page.evaluate("document.fonts.load('16px boxes').then(() => document.fonts.ready).then(() => true)")


def picture(part: Locator, canvas: Page) -> bytes:
    """A part of a page as a PNG of a quarter of its width in sixteen greys; `canvas` is a blank tab to draw in."""
    return base64.b64decode(canvas.evaluate(QUARTER, base64.b64encode(part.screenshot()).decode()))


def difference(one: bytes, other: bytes, canvas: Page) -> float:
    """The share of points that differ by more than an eighth of the way from black to white; 1 where the sizes do."""
    if one == other:
        return 0
    share: float = canvas.evaluate(DIFFERENCE, [base64.b64encode(each).decode() for each in (one, other)])
    return share

"""The code and the workflows before other people's tools: style, types, GitHub's own schema, its known traps."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted(str(path.relative_to(ROOT)) for path in (ROOT / ".github/workflows").glob("*.yml"))
TOOLS = {
    "style": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "workflow schema": ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS],
    "update schema": ["check-jsonschema", "--builtin-schema", "vendor.dependabot", ".github/dependabot.yml"],
    "workflow traps": ["zizmor", "--offline", "--quiet", ".github"],
}


@pytest.mark.parametrize("name", TOOLS)
def test_nothing_to_complain_about(name: str) -> None:
    tool, *words = TOOLS[name]
    command = [str(Path(sys.executable).parent / tool), *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr

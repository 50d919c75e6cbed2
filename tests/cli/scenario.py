"""The format of a .clitest file; README of these tests: the first lines of run_scenarios.py."""
import re
import shlex

KNOWN = {
    "file", "folder", "gone", "commit", "provider", "tls", "env", "stdin", "run", "exit", "stdout", "stderr", "written",
    "never", "received", "requests",
}
REPEAT = re.compile(r'\{\{"(.*?)" \* (\d+)\}\}')
BYTES = re.compile(r"\{\{bytes ([0-9a-f ]+)\}\}")
ROUTE = re.compile(r"(\S+) (\S+)(?: with (.+))?")


class ScenarioError(Exception):
    """The scenario itself makes no sense."""


class Section:
    """One `=== kind argument` with the lines below it."""

    def __init__(self, kind, argument, lines):
        self.kind = kind
        self.argument = argument
        self.lines = lines

    def text(self):
        return "\n".join(self.lines).rstrip("\n")

    def bytes(self):
        return expand(self.text())

    def fragments(self):
        return [line.strip() for line in self.lines if line.strip()]


class Answer:
    """What the scripted provider does with a request."""

    def __init__(self, section):
        match = ROUTE.fullmatch(section.argument)
        if not match:
            raise ScenarioError(f"=== provider {section.argument}: METHOD PATH [with TEXT]")
        self.method, self.target, self.needle = match.groups()
        head, _, body = section.text().partition("\n\n")
        first, *headers = head.split("\n")
        self.status, *options = first.split()
        self.options = dict(zip(options[::2], options[1::2]))
        self.headers = [tuple(line.split(": ", 1)) for line in headers]
        self.body = expand(body)

    def fits(self, method, target, body):
        path = target if "?" in self.target else target.split("?")[0]
        return (self.method in ("*", method) and self.target in ("*", path)
                and (self.needle is None or self.needle.encode() in body))


class Scenario:
    """A parsed file: what to prepare, what to run, what to expect."""

    def __init__(self, text):
        self.sections = []
        lines = None
        for line in text.split("\n"):
            if line.startswith("=== "):
                kind, _, argument = line[4:].strip().partition(" ")
                if kind not in KNOWN:
                    raise ScenarioError(f"unknown section '{kind}'")
                lines = []
                self.sections.append(Section(kind, argument, lines))
            elif lines is not None:
                lines.append(line)
        self.command = shlex.split(self.only("run").text())
        if self.command[:1] != ["accord"]:
            raise ScenarioError("=== run must start with accord")
        self.exit_code = int(self.only("exit").argument)
        self.answers = [Answer(section) for section in self.all("provider")]

    def all(self, kind):
        return [section for section in self.sections if section.kind == kind]

    def first(self, kind):
        return next(iter(self.all(kind)), None)

    def only(self, kind):
        found = self.all(kind)
        if len(found) != 1:
            raise ScenarioError(f"needs exactly one section '{kind}'")
        return found[0]


def expand(text):
    """`{{"ab" * 3}}` and `{{bytes ff 00}}` stand for what nobody wants to see on the screen."""
    text = REPEAT.sub(lambda match: match.group(1) * int(match.group(2)), text)
    out, end = b"", 0
    for match in BYTES.finditer(text):
        out += text[end:match.start()].encode() + bytes.fromhex(match.group(1))
        end = match.end()
    return out + text[end:].encode()

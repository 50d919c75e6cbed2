#!/usr/bin/env python3
"""Runs scenarios of the command line program, each in a folder of its own.

usage: run_scenarios.py --accord BINARY FILE.clitest...

A scenario is one file: some words about what it shows, then sections.
  === file PATH               a file to write first
  === folder PATH             an empty folder to make first
  === commit TAG              everything written so far becomes a commit with that tag, in a git
                              repository of the scenario's folder
  === gone PATH               a file or folder to delete again
  === provider METHOD PATH [with TEXT]
                              an answer of the provider to requests (whose body holds TEXT):
                              a status, headers, an empty line, the body. After the status:
                              `cut N` (closes after N bytes of the body), `length N` (what
                              Content-Length says), `encoding gzip`, `after Nms`, `together N`
                              (only once N such requests wait at the same time). Instead of a
                              status: `hang` (never answers) or `close` (closes at once)
  === tls [client]            the provider speaks TLS (and demands a client's certificate);
                              tls/ca.pem, tls/client.pem and tls/client.key can be used
  === env                     NAME=value
  === stdin                   text for standard input
  === run                     the command
  === exit N                  the expected exit code
  === stdout, === stderr      fragments that stand there in this order, one a line; a section that
                              is left out means that nothing may be printed there. White space is
                              all alike, so wrapped lines do not matter
  === written FILE [xml|json] the same for a file that the command wrote
  === never                   must not appear on stdout or stderr or in a written file
  === received                fragments of what the provider received, in order
  === requests N              how many requests the provider received
{provider} is the provider's URL and {closed} one where nobody listens; {{"ab" * 3}} and
{{bytes ff 00}} stand for long or broken text. Times like (12 ms) or (0.10 s) are all alike.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import certificates
import scenario
import scripted_provider

TIME_LIMIT_SECONDS = 60
TIMES = re.compile(r"(?:(?<=\()|(?<=; ))<?\d+(?:\.\d+)? (?:ms|s)(?=\))")
PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS")


class Failed(Exception):
    """An expectation that did not hold."""


def plain(text):
    return " ".join(TIMES.sub("N s", text).split())


class Run:
    """Prepares, runs and checks one scenario in `folder`."""

    def __init__(self, test, accord, folder):
        self.test = test
        self.accord = accord
        self.folder = folder
        self.values = {}

    def fill(self, text):
        for name, value in self.values.items():
            text = text.replace("{" + name + "}", value)
        return text

    def fill_bytes(self, content):
        for name, value in self.values.items():
            content = content.replace(b"{" + name.encode() + b"}", value.encode())
        return content

    def go(self):
        tls = self.test.first("tls")
        folder = certificates.make(self.folder / "tls") if tls else None
        provider = scripted_provider.ScriptedProvider(
            self.test.answers, folder, tls is not None and tls.argument == "client")
        closed = scripted_provider.ClosedPort()
        self.values = {"provider": provider.url, "closed": closed.url, "port": str(provider.port)}
        for answer in self.test.answers:
            answer.body = self.fill_bytes(answer.body)
        try:
            self.write_files()
            done = self.execute()
        finally:
            provider.close()
            closed.close()
        stdout, stderr = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
        try:
            self.check(done.returncode, stdout, stderr, provider.requests)
        except Failed as failed:
            raise Failed(f"{failed}\n--- exit {done.returncode}\n--- stdout\n{stdout[:8000]}"
                         f"\n--- stderr\n{stderr[:8000]}") from None

    def write_files(self):
        """Files, commits and deletions happen in the order in which they are written down."""
        for section in self.test.sections:
            path = self.folder / section.argument
            if section.kind == "file":
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(self.fill_bytes(section.bytes()))
            elif section.kind == "folder":
                path.mkdir(parents=True)
            elif section.kind == "gone":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            elif section.kind == "commit":
                self.commit(section.argument)

    def commit(self, tag):
        """Independent of what git is told elsewhere on the machine."""
        environment = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull,
                       "GIT_CONFIG_SYSTEM": os.devnull, "HOME": str(self.folder)}
        who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
        for words in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", tag],
                      [*who, "tag", tag]):
            subprocess.run(["git", *words], cwd=self.folder, env=environment, check=True)

    def execute(self):
        environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        environment["LC_ALL"] = "C.UTF-8"
        for line in self.lines("env"):
            name, _, value = self.fill(line).partition("=")
            environment[name] = value
        stdin = self.test.first("stdin")
        command = [self.fill(word) for word in self.test.command]
        try:
            return subprocess.run(
                [self.accord] + command[1:], cwd=self.folder, env=environment,
                input=self.fill_bytes(stdin.bytes()) if stdin else b"",
                capture_output=True, timeout=TIME_LIMIT_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            raise Failed(f"still running after {TIME_LIMIT_SECONDS} s") from None

    def lines(self, kind):
        section = self.test.first(kind)
        return section.fragments() if section else []

    def check(self, exit_code, stdout, stderr, requests):
        if exit_code != self.test.exit_code:
            raise Failed(f"exit code {exit_code}, expected {self.test.exit_code}")
        for name, text in (("stdout", stdout), ("stderr", stderr)):
            section = self.test.first(name)
            if section is None and text:
                raise Failed(f"{name}: nothing was expected there")
            if section:
                self.expect(section.fragments(), text, name)
        written = [self.check_written(section) for section in self.test.all("written")]
        for fragment in self.lines("never"):
            unwanted = scenario.expand(self.fill(fragment)).decode()
            for text in [stdout, stderr] + written:
                if unwanted in text:
                    raise Failed(f"must not appear anywhere: {fragment}")
        self.expect(self.lines("received"), "\n".join(requests), "what the provider received")
        count = self.test.first("requests")
        if count and len(requests) != int(count.argument):
            raise Failed(f"{len(requests)} requests, expected {count.argument}:\n"
                         + "\n".join(requests))

    def check_written(self, section):
        name, _, form = section.argument.partition(" ")
        path = self.folder / name
        if not path.is_file():
            raise Failed(f"{name} was not written")
        text = path.read_text("utf-8")
        try:
            if form == "xml":
                xml.etree.ElementTree.fromstring(text.encode())
            elif form == "json":
                json.loads(text)
        except (ValueError, xml.etree.ElementTree.ParseError) as error:
            raise Failed(f"{name} is no {form}: {error}\n{text}") from None
        self.expect(section.fragments(), text, name)
        return text

    def expect(self, fragments, text, where):
        text, begin = plain(text), 0
        for fragment in fragments:
            wanted = plain(self.fill(fragment))
            found = text.find(wanted, begin)
            if found < 0:
                order = " (it stands before the fragment above it)" if wanted in text else ""
                raise Failed(f"{where} lacks: {wanted}{order}\n--- in\n{text[:8000]}")
            begin = found + len(wanted)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--accord", required=True, type=pathlib.Path)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    failures = 0
    for file in arguments.files:
        with tempfile.TemporaryDirectory(prefix="accord-cli-") as folder:
            try:
                test = scenario.Scenario(file.read_text("utf-8"))
                Run(test, arguments.accord.resolve(), pathlib.Path(folder)).go()
                print(f"ok    {file}")
            except (Failed, scenario.ScenarioError, certificates.CannotMake) as problem:
                failures += 1
                print(f"FAIL  {file}: {problem}\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

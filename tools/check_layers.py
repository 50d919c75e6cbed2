#!/usr/bin/env python3
"""Holds the #includes of every module against the dependencies it declares.

usage: check_layers.py SOURCE_DIR LAYERS_TXT

LAYERS_TXT is written by CMake from accord_module(): one line `module: dep dep` each.
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+"(?:accord/)?([a-z_]+)/')


def read_layers(path):
    layers = {}
    for line in path.read_text().splitlines():
        module, _, deps = line.partition(":")
        layers[module.strip()] = deps.split()
    return layers


def closure(layers, module, seen=None):
    seen = set() if seen is None else seen
    for dep in layers[module]:
        if dep not in seen:
            seen.add(dep)
            closure(layers, dep, seen)
    return seen


def main():
    root, layers = pathlib.Path(sys.argv[1]), read_layers(pathlib.Path(sys.argv[2]))
    problems = []
    for module in layers:
        allowed = closure(layers, module) | {module}
        if module in closure(layers, module):
            problems.append(f"src/{module}: depends on itself")
        for folder in (root / "src" / module, root / "include" / "accord" / module):
            for file in sorted(folder.rglob("*.[hc]*")):
                for number, line in enumerate(file.read_text().splitlines(), 1):
                    found = INCLUDE.match(line)
                    if found and found[1] in layers and found[1] not in allowed:
                        place = file.relative_to(root)
                        problems.append(f"{place}:{number}: {module} may not include {found[1]}")
    folders = {p.name for p in (root / "src").iterdir() if p.is_dir()}
    problems += [f"src/{name}: not declared with accord_module()" for name in folders - set(layers)]
    print("\n".join(problems) or f"{len(layers)} modules keep their layers")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

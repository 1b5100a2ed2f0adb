# shellcheck shell=bash
# A cluster with a base backup that is then left alone; the walk "idle" records it when nothing was archived for long.
database catalogue 1
lab backup catalogue
stores catalogue

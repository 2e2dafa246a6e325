#!/bin/sh
# The newest version on both app servers, one after the other.
set -eu
cd "$(dirname "$0")/.."
docker compose build app1
for server in app1 app2; do
    docker compose up --detach --no-deps --wait "$server"
done

#!/bin/sh
# The app servers anew, one after the other; on each machine those that it has.
set -eu
for server in ${*:-1 2}; do
    systemctl restart "quiz@$server"
    curl --silent --fail --retry 60 --retry-delay 1 --retry-all-errors \
        --header "Host: ${QUIZ_NAME:-localhost}" --output /dev/null \
        "http://127.0.0.1:800$server/readyz"
done

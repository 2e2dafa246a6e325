#!/bin/sh
# Makes what the roles of a cluster keep secret, once; what is there stays.
set -eu
umask 077

if [ ! -e /secrets/database/password ]; then
    head -c 32 /dev/urandom | base64 | tr -d '/+=\n' > /secrets/database/password
fi
printf 'database:5432:quiz:quiz:%s\n' "$(cat /secrets/database/password)" \
    > /secrets/app/pgpass
chown -R quiz /secrets/app

# Put your own here before the first start, or in place of these later.
if [ ! -e /secrets/web/certificate.pem ]; then
    openssl req -x509 -newkey rsa:3072 -nodes -days 825 \
        -subj "/CN=${QUIZ_NAME}" -addext "subjectAltName=DNS:${QUIZ_NAME}" \
        -keyout /secrets/web/key.pem -out /secrets/web/certificate.pem
fi

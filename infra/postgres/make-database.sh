#!/bin/bash
# Run once by the image of PostgreSQL, as its administrator, when the volume is empty: the database of Samspill and its
# owner, who is no superuser. CREATEROLE is for `samspill migrate`, which makes the other logins.
set -euo pipefail
psql --set=ON_ERROR_STOP=1 --set=password="$OWNER_PASSWORD" --username=postgres --dbname=postgres <<'SQL'
CREATE ROLE samspill LOGIN CREATEROLE PASSWORD :'password';
CREATE DATABASE samspill OWNER samspill TEMPLATE template0 ENCODING UTF8 LOCALE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'nb-NO';
SQL

#!/bin/sh
# Runs at every start of the stack: gives each service a role and a database of its own, and the role the password that
# the service has. A database made before there were roles passes to its service's. Needs PGHOST, PGUSER, PGPASSWORD,
# and AUTH_PASSWORD, LEDGER_PASSWORD and FINANCE_PASSWORD.
set -eu

if ! psql -X -q -d postgres -c 'SELECT' >/dev/null; then
  echo "PostgreSQL refuses POSTGRES_PASSWORD. Its volume keeps the password it was made with: set that one in .env," >&2
  echo "or change it: docker compose exec postgres psql -U florin -d postgres -c \"ALTER ROLE florin PASSWORD '...'\"" >&2
  exit 1
fi

make_role() {
  psql -X -q -v ON_ERROR_STOP=1 -d postgres -v role="florin_$1" -v password="$2" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', :'role') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
ALTER ROLE :"role" PASSWORD :'password';
SELECT format('CREATE DATABASE %I', :'role') WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'role') \gexec
ALTER DATABASE :"role" OWNER TO :"role";
REVOKE CONNECT ON DATABASE :"role" FROM PUBLIC;
SQL
  psql -X -q -v ON_ERROR_STOP=1 -d "florin_$1" -v role="florin_$1" <<'SQL'
CREATE TEMP VIEW own_schemas AS
  SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema';
SELECT format('ALTER SCHEMA %I OWNER TO %I', nspname, :'role') FROM own_schemas \gexec
SELECT format('ALTER TABLE %s OWNER TO %I', c.oid::regclass, :'role')
  FROM pg_class c JOIN own_schemas s ON s.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND c.relowner <> :'role'::regrole
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i', 'e')) \gexec
SELECT format('ALTER ROUTINE %s OWNER TO %I', p.oid::regprocedure, :'role')
  FROM pg_proc p JOIN own_schemas s ON s.oid = p.pronamespace
  WHERE p.proowner <> :'role'::regrole
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e') \gexec
SELECT format('ALTER TYPE %s OWNER TO %I', t.oid::regtype, :'role')
  FROM pg_type t JOIN own_schemas s ON s.oid = t.typnamespace
  WHERE t.typtype IN ('e', 'd') AND t.typowner <> :'role'::regrole
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e') \gexec
SQL
}

make_role auth "$AUTH_PASSWORD"
make_role ledger "$LEDGER_PASSWORD"
make_role finance "$FINANCE_PASSWORD"

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log is guarded by row-level security, and the application can no longer insert into it: it appends through two
 * functions with the owner's rights that demand the proof of every line's tenant (ADR 0309).
 *
 * - `tenant_stream` reads a stream in one round trip. It has the caller's rights: the policy guards it.
 * - `append_event` writes one event, which is the usual case of a lone writer; `append_events` writes a batch, whose
 *   appends may be of different tenants.
 */
export class TenantAccess1796000000010 implements MigrationInterface {
  name = 'TenantAccess1796000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE event ENABLE ROW LEVEL SECURITY;
      ALTER TABLE event FORCE ROW LEVEL SECURITY;
      CREATE POLICY one_tenant ON event TO samspill_app
        USING (tenant = (SELECT proven_tenant())) WITH CHECK (tenant = (SELECT proven_tenant()));
      CREATE POLICY every_tenant ON event TO samspill_runner, samspill_operator USING (true) WITH CHECK (true);
      REVOKE INSERT ON event FROM samspill_app;
      REVOKE UPDATE ON event_head FROM samspill_app;
      REVOKE UPDATE (position, recorded_at) ON event_head FROM samspill_app;
      GRANT SELECT ON event, event_head TO samspill_runner`);
    await runner.query(TENANT_STREAM);
    await runner.query(DEMAND_PROOFS);
    await runner.query(APPEND_EVENT);
    await runner.query(APPEND_EVENTS);
    await runner.query(`
      REVOKE ALL ON FUNCTION demand_proofs, tenant_stream, append_event, append_events FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION tenant_stream, append_event, append_events TO samspill_app`);
  }

  /** No down migration: without it the application could read every tenant's events. */
  async down(): Promise<void> {
    throw new Error('The log stays guarded; restore a backup instead');
  }
}

/** SQLSTATE of an append or a read without a valid proof of its tenant: invalid authorization specification. */
export const NOT_PROVEN = '28000';

/** An empty answer without a valid proof would look like a stream that does not exist, so it is an error. */
const TENANT_STREAM = `
  CREATE FUNCTION tenant_stream(of_tenant text, proof text, of_stream text, from_revision bigint)
  RETURNS SETOF event LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM set_config('samspill.tenant', of_tenant, true), set_config('samspill.proof', proof, true);
    RETURN QUERY SELECT * FROM public.event AS it
      WHERE it.tenant = of_tenant AND it.stream = of_stream AND it.revision >= from_revision ORDER BY it.revision;
    IF NOT FOUND AND public.proven_tenant() IS NULL THEN
      RAISE EXCEPTION 'The tenant is not proven' USING ERRCODE = '${NOT_PROVEN}';
    END IF;
  END $$`;

/** Called by the two functions that append, with the owner's rights; nobody else may call it. */
const DEMAND_PROOFS = `
  CREATE FUNCTION demand_proofs(tenants text[], proofs text[]) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE own public.login_key;
  BEGIN
    SELECT * INTO own FROM public.login_key WHERE login = session_user;
    FOR nr IN 1 .. cardinality(tenants) LOOP
      IF (proofs[nr] = encode(sha256(own.outer_pad || sha256(own.inner_pad
          || convert_to(tenants[nr] || '/' || pg_backend_pid(), 'UTF8'))), 'hex')) IS NOT TRUE THEN
        RAISE EXCEPTION 'The tenant is not proven' USING ERRCODE = '${NOT_PROVEN}';
      END IF;
    END LOOP;
  END $$`;

/**
 * The check of the revision uses the statement's snapshot, taken before it waits for the head; a concurrent append to the
 * same stream is caught by UNIQUE (tenant, stream, revision).
 */
const APPEND_EVENT = `
  CREATE FUNCTION append_event(
    of_tenant text, proof text, of_stream text, expected bigint, id uuid, version integer, of_type text,
    content text, about text, now timestamptz
  ) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE written bigint;
  BEGIN
    PERFORM public.demand_proofs(ARRAY[of_tenant], ARRAY[proof]);
    WITH head AS (
      UPDATE public.event_head AS it SET position = it.position + 1, recorded_at = greatest(it.recorded_at, now)
      WHERE coalesce((
        SELECT revision FROM public.event WHERE tenant = of_tenant AND stream = of_stream ORDER BY revision DESC LIMIT 1
      ), -1) = expected
      RETURNING it.position, it.recorded_at
    )
    INSERT INTO public.event
      (position, revision, recorded_at, event_id, schema_version, tenant, stream, type, data, metadata)
    SELECT position, expected + 1, recorded_at, id, version, of_tenant, of_stream, of_type, content::json, about::json
    FROM head RETURNING position INTO written;
    RETURN written;
  END $$`;

/**
 * Many appends in one statement, each to another stream and each accepted or rejected alone. \`fresh\` are the numbered
 * events of the accepted ones; the head moves by their count in the same transaction, so positions have no gaps and
 * follow the order of commits. Lists of text are separated by U+001F; \`proven\` are the tenants of all of them.
 */
const APPEND_EVENTS = `
  CREATE FUNCTION append_events(
    proven text[], proofs text[], asked_streams text, asked_tenants text, now timestamptz,
    appends integer[], nths integer[], streams text, expected_revisions bigint[], ids uuid[], versions integer[],
    types text, tenants text, contents text, abouts text
  ) RETURNS TABLE (start bigint, accepted integer[])
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  #variable_conflict use_column
  DECLARE
    line_tenants constant text[] := string_to_array(tenants, E'\\x1f');
    stream_tenants constant text[] := string_to_array(asked_tenants, E'\\x1f');
  BEGIN
    PERFORM public.demand_proofs(proven, proofs);
    IF (line_tenants <@ proven AND stream_tenants <@ proven) IS NOT TRUE THEN
      RAISE EXCEPTION 'The tenant is not proven' USING ERRCODE = '${NOT_PROVEN}';
    END IF;
    RETURN QUERY
    WITH fresh AS MATERIALIZED (
      SELECT *, row_number() OVER (ORDER BY nr) AS step FROM unnest(
        appends, nths, string_to_array(streams, E'\\x1f'), expected_revisions, ids, versions,
        string_to_array(types, E'\\x1f'), line_tenants, string_to_array(contents, E'\\x1f'),
        string_to_array(abouts, E'\\x1f')
      ) WITH ORDINALITY
        AS line(append, nth, stream, expected, event_id, schema_version, type, tenant, data, metadata, nr)
      WHERE expected = (SELECT array(
        SELECT coalesce((
          SELECT revision FROM public.event AS it WHERE it.tenant = asked.tenant AND it.stream = asked.stream
          ORDER BY revision DESC LIMIT 1
        ), -1)
        FROM unnest(string_to_array(asked_streams, E'\\x1f'), stream_tenants) WITH ORDINALITY
          AS asked(stream, tenant, nr) ORDER BY nr
      ))[append]
    ), head AS (
      UPDATE public.event_head AS it SET position = it.position + (SELECT count(*) FROM fresh),
        recorded_at = greatest(it.recorded_at, now)
      WHERE EXISTS (SELECT FROM fresh)
      RETURNING it.position - (SELECT count(*) FROM fresh) AS before, it.recorded_at
    ), written AS (
      INSERT INTO public.event
        (position, revision, recorded_at, event_id, schema_version, tenant, stream, type, data, metadata)
      SELECT before + step, expected + nth, recorded_at, event_id, schema_version, tenant, stream, type,
        data::json, metadata::json
      FROM head CROSS JOIN fresh
    )
    SELECT before, array(SELECT append FROM fresh WHERE nth = 1 ORDER BY nr) FROM head;
  END $$`;

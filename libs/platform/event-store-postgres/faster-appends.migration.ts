import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NOT_PROVEN } from './tenant-access.migration.js';

/**
 * The functions that append demand the same proofs as before, in fewer statements (ADR 0304).
 *
 * - `append_event` verifies the proof in the statement that writes.
 * - `append_events` is told the tenant of an append by its number among the proven ones, so that no other can be written,
 *   and takes the columns of the lines from arrays by their number instead of collecting rows first.
 * - PostgreSQL reads the text of a CHECK anew for each statement that writes, so two are given up. A revision cannot be
 *   negative, since only these functions insert, and they add to one that they have found; `verify` tells if it is. That
 *   the head is one row is kept by a trigger, which costs nothing when the row changes.
 */
export class FasterAppends1796200000001 implements MigrationInterface {
  name = 'FasterAppends1796200000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION append_event, append_events, demand_proofs');
    await runner.query(SESSION_PROOF);
    await runner.query(REFUSE_UNPROVEN);
    await runner.query(APPEND_EVENT);
    await runner.query(APPEND_EVENTS);
    await runner.query(`
      REVOKE ALL ON FUNCTION session_proof, refuse_unproven, append_event, append_events FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION append_event, append_events TO samspill_app`);
    await runner.query(`
      ALTER TABLE event DROP CONSTRAINT event_revision_check;
      ALTER TABLE event_head DROP CONSTRAINT event_head_one_check;
      CREATE TRIGGER event_head_is_one BEFORE INSERT ON event_head
      FOR EACH STATEMENT EXECUTE FUNCTION event_is_kept()`);
  }

  /** No down migration: this program calls the functions with these arguments. */
  async down(): Promise<void> {
    throw new Error('The program appends through these functions; restore a backup instead');
  }
}

/**
 * The proof that this session needs for a tenant, from the pads of its login's key (ADR 0302). PostgreSQL puts the
 * expression into the statements that call it, since the function has no settings of its own.
 */
const SESSION_PROOF = `
  CREATE FUNCTION session_proof(tenant text, inner_pad bytea, outer_pad bytea) RETURNS text
  LANGUAGE sql STABLE PARALLEL RESTRICTED
  RETURN encode(sha256(outer_pad || sha256(inner_pad || convert_to(tenant || '/' || pg_backend_pid(), 'UTF8'))), 'hex')`;

/** Called in place of a condition, by the two functions that append. */
const REFUSE_UNPROVEN = `
  CREATE FUNCTION refuse_unproven() RETURNS boolean LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    RAISE EXCEPTION 'The tenant is not proven' USING ERRCODE = '${NOT_PROVEN}';
  END $$`;

/**
 * The check of the revision uses the statement's snapshot, taken before it waits for the head; a concurrent append to the
 * same stream is caught by UNIQUE (tenant, stream, revision). CASE: the stream is looked at after the proof only.
 */
const APPEND_EVENT = `
  CREATE FUNCTION append_event(
    of_tenant text, proof text, of_stream text, expected bigint, id uuid, version integer, of_type text,
    content json, about json, now timestamptz
  ) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE written bigint;
  BEGIN
    WITH head AS (
      UPDATE public.event_head AS it SET position = it.position + 1, recorded_at = greatest(it.recorded_at, now)
      WHERE CASE WHEN (
        SELECT proof = public.session_proof(of_tenant, inner_pad, outer_pad) FROM public.login_key
        WHERE login = session_user
      ) THEN coalesce((
        SELECT revision FROM public.event WHERE tenant = of_tenant AND stream = of_stream ORDER BY revision DESC LIMIT 1
      ), -1) = expected ELSE public.refuse_unproven() END
      RETURNING it.position, it.recorded_at
    )
    INSERT INTO public.event
      (position, revision, recorded_at, event_id, schema_version, tenant, stream, type, data, metadata)
    SELECT position, expected + 1, recorded_at, id, version, of_tenant, of_stream, of_type, content, about
    FROM head RETURNING position INTO written;
    RETURN written;
  END $$`;

/**
 * Many appends in one transaction, each to another stream and each accepted or rejected alone. Appends are numbered from 1
 * and have a tenant (its number in `proven`), a stream, the expected revision and a number of events (`sizes`); an
 * event is the `nth` of its append. Lists of text are separated by U+001F.
 *
 * `ends` is how far an accepted append reaches beyond `start`, the position of the log's end before; null for a
 * rejected one. The head moves by the farthest in the same transaction, so positions have no gaps and follow the order of
 * commits, whatever a caller asks for: every event has a place within its append, no two have the same, and there are as
 * many as there are places.
 */
const APPEND_EVENTS = `
  CREATE FUNCTION append_events(
    proven text[], proofs text[], now timestamptz,
    tenants integer[], streams text, expected bigint[], sizes integer[],
    appends integer[], nths integer[], ids uuid[], versions integer[], types text, contents text, abouts text,
    OUT start bigint, OUT ends bigint[]
  ) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    -- Variables, since PostgreSQL finds an element of a text array at once only there.
    stream_of constant text[] := string_to_array(streams, E'\\x1f');
    type_of constant text[] := string_to_array(types, E'\\x1f');
    content_of constant text[] := string_to_array(contents, E'\\x1f');
    about_of constant text[] := string_to_array(abouts, E'\\x1f');
    total bigint;
    recorded timestamptz;
    written bigint;
  BEGIN
    SELECT array_agg(reach ORDER BY nr), max(reach) INTO ends, total
    FROM (
      SELECT nr, CASE WHEN fits THEN sum(size) FILTER (WHERE fits) OVER (ORDER BY nr ROWS UNBOUNDED PRECEDING) END AS reach
      FROM (
        SELECT nr, size, expected[nr] = coalesce((
          SELECT revision FROM public.event AS it
          WHERE it.tenant = proven[tenants[nr]] AND it.stream = stream_of[nr] ORDER BY revision DESC LIMIT 1
        ), -1) AS fits
        FROM unnest(sizes) WITH ORDINALITY AS asked(size, nr)
        WHERE CASE WHEN (
          SELECT bool_and((proof = public.session_proof(tenant, inner_pad, outer_pad)) IS TRUE)
          FROM public.login_key CROSS JOIN unnest(proven, proofs) AS claim(tenant, proof) WHERE login = session_user
        ) THEN true ELSE public.refuse_unproven() END
        OFFSET 0
      ) AS judged
    ) AS placed;
    IF total IS NULL THEN
      RETURN;
    END IF;
    UPDATE public.event_head AS it SET position = it.position + total, recorded_at = greatest(it.recorded_at, now)
    RETURNING it.position - total, it.recorded_at INTO start, recorded;
    INSERT INTO public.event
      (position, revision, recorded_at, event_id, schema_version, tenant, stream, type, data, metadata)
    SELECT start + ends[append] - sizes[append] + nth, expected[append] + nth, recorded, ids[i], versions[i],
      proven[tenants[append]], stream_of[append], type_of[i], content_of[i]::json, about_of[i]::json
    FROM unnest(appends, nths) WITH ORDINALITY AS line(append, nth, i)
    WHERE ends[append] IS NOT NULL AND nth BETWEEN 1 AND sizes[append];
    GET DIAGNOSTICS written = ROW_COUNT;
    IF written <> total OR (0 < ALL (sizes)) IS NOT TRUE THEN
      RAISE EXCEPTION 'The sizes of the appends are not those of their events' USING ERRCODE = 'data_exception';
    END IF;
  END $$`;

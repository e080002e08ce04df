/** The columns of an account in the order of `AccountColumns`. What was spent is one text: most accounts have none. */
export const ACCOUNT_COLUMNS = `id, owner_id, currency, kind, status, credit_limit, posted, held, sequence,
  last_transfer_id, limits, CASE WHEN spent_on IS NOT NULL
    THEN concat_ws(' ', spent_on, day_count, day_sum, month_count, month_sum) END AS spent`;

/**
 * The statements of a batch, in the order they run. All are prepared by name once per connection. Locks are taken in
 * one sorted set; NO KEY, so that rows that refer to an account need not wait.
 */
export const LOCK_ACCOUNTS = `
  SELECT ${ACCOUNT_COLUMNS} FROM accounts WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`;

/** Runs after the locks in a snapshot of its own, so it sees what whoever held them before has committed. */
export const FIND_KEYS = `
  SELECT id, request_hash, transfer_id FROM idempotency_keys WHERE id = ANY ($1::uuid[])`;

export const FIND_TRANSFERS = `
  SELECT id, kind, amount, currency, from_account_id, to_account_id, from_user_id, to_user_id, note, visibility,
         reference, reverses_transfer_id, posted_at
  FROM transfers WHERE id = ANY ($1::uuid[])`;

export const WRITE_BATCH = `
  WITH
  new_transfers AS (
    INSERT INTO transfers (id, kind, amount, currency, from_account_id, to_account_id, from_user_id, to_user_id, note,
                           visibility, reference, reverses_transfer_id, posted_at)
    SELECT id, kind, amount, currency, from_account_id, to_account_id, from_user_id, to_user_id, note, visibility,
           reference, reverses, $13::timestamptz
    FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[],
                $9::text[], $10::text[], $11::text[], $12::uuid[])
      AS t (id, kind, amount, currency, from_account_id, to_account_id, from_user_id, to_user_id, note, visibility,
            reference, reverses)
  ),
  new_entries AS (
    INSERT INTO entries (transfer_id, account_id, sequence, amount, balance_after, currency, previous_transfer_id)
    SELECT * FROM unnest($14::uuid[], $15::uuid[], $16::bigint[], $17::bigint[], $18::bigint[], $19::text[], $20::uuid[])
  ),
  new_marks AS (
    INSERT INTO entry_marks (account_id, transfer_id, sequence)
    SELECT * FROM unnest($21::uuid[], $22::uuid[], $23::bigint[])
  ),
  new_keys AS (
    INSERT INTO idempotency_keys (id, request_hash, transfer_id)
    SELECT * FROM unnest($24::uuid[], $25::uuid[], $26::uuid[])
  ),
  new_events AS (
    INSERT INTO posted_events (events) VALUES ($27)
  )
  UPDATE accounts a
  SET posted = n.posted, held = n.held, sequence = n.sequence, last_transfer_id = n.last_transfer_id,
      spent_on = n.spent_on, day_count = n.day_count, day_sum = n.day_sum, month_count = n.month_count,
      month_sum = n.month_sum
  FROM unnest($28::uuid[], $29::bigint[], $30::bigint[], $31::bigint[], $32::uuid[], $33::date[], $34::integer[],
              $35::bigint[], $36::integer[], $37::bigint[])
    AS n (id, posted, held, sequence, last_transfer_id, spent_on, day_count, day_sum, month_count, month_sum)
  WHERE a.id = n.id`;

/** Reversals of exchanges once kept the sides and the amount of what they undid, so that theirs came to `from`. */
const KEPT_SIDES = `
      t.kind = 'reversal' AND f.amount = t.amount
      AND t.from_account_id = (SELECT from_account_id FROM transfers WHERE id = t.reverses_transfer_id)
      AND (SELECT count(*) FROM entries WHERE transfer_id = t.id) > 2`;

/** Each a law and the query that finds what breaks it; the first few rows are enough. */
export const LAWS: Record<string, string> = {
  'balances of a currency sum to zero': `
    SELECT currency AS what, sum(posted)::text AS detail FROM accounts GROUP BY currency HAVING sum(posted) <> 0`,
  'nobody is below zero': `
    SELECT id::text AS what, (posted - held + credit_limit)::text AS detail FROM accounts
    WHERE kind <> 'system' AND posted - held + credit_limit < 0`,
  'entries of a transfer sum to zero': `
    SELECT transfer_id::text AS what, sum(amount)::text AS detail FROM entries
    GROUP BY transfer_id, currency HAVING sum(amount) <> 0`,
  'every transfer has entries and every entry a transfer': `
    SELECT coalesce(t.id, e.transfer_id)::text AS what, 'alone' AS detail
    FROM transfers t FULL JOIN (SELECT DISTINCT transfer_id FROM entries) e ON e.transfer_id = t.id
    WHERE t.id IS NULL OR e.transfer_id IS NULL`,
  'a balance is the sum of its entries': `
    SELECT a.id::text AS what, concat(a.posted, ' is not ', coalesce(e.total, 0)) AS detail
    FROM accounts a LEFT JOIN (SELECT account_id, sum(amount) AS total, count(*) AS entries, max(sequence) AS last
      FROM entries GROUP BY account_id) e ON e.account_id = a.id
    WHERE a.posted <> coalesce(e.total, 0) OR a.sequence <> coalesce(e.entries, 0) OR a.sequence <> coalesce(e.last, 0)`,
  'each entry follows the one before it': `
    SELECT e.transfer_id::text AS what, concat('account ', e.account_id, ' sequence ', e.sequence) AS detail
    FROM entries e LEFT JOIN entries p ON p.transfer_id = e.previous_transfer_id AND p.account_id = e.account_id
    WHERE e.sequence <> coalesce(p.sequence, 0) + 1 OR e.balance_after <> coalesce(p.balance_after, 0) + e.amount`,
  'held is the sum of the pending holds': `
    SELECT a.id::text AS what, concat(a.held, ' is not ', coalesce(h.total, 0)) AS detail
    FROM accounts a LEFT JOIN (SELECT account_id, sum(amount) AS total FROM holds WHERE status = 'pending'
      GROUP BY account_id) h ON h.account_id = a.id WHERE a.held <> coalesce(h.total, 0)`,
  'points are what remains of their lots': `
    SELECT a.id::text AS what, concat(a.posted, ' is not ', coalesce(l.total, 0)) AS detail
    FROM accounts a LEFT JOIN (SELECT account_id, sum(remaining) AS total FROM point_lots GROUP BY account_id) l
      ON l.account_id = a.id WHERE a.kind = 'points' AND a.posted <> coalesce(l.total, 0)`,
  // the account's sequence is its highest entry's by the law of balances
  "an account's last transfer is that of its highest entry": `
    SELECT a.id::text AS what, concat(coalesce(a.last_transfer_id::text, 'none'), ', entry ', coalesce(e.sequence, 0),
                                      ' of ', a.sequence) AS detail
    FROM accounts a LEFT JOIN entries e ON e.transfer_id = a.last_transfer_id AND e.account_id = a.id
    WHERE coalesce(e.sequence, 0) <> a.sequence OR (a.sequence = 0 AND a.last_transfer_id IS NOT NULL)`,
  'a mark is at its entry': `
    SELECT m.transfer_id::text AS what, concat('account ', m.account_id, ' marked as sequence ', m.sequence, ', its entry: ',
                                               coalesce(e.sequence::text, 'none')) AS detail
    FROM entry_marks m LEFT JOIN entries e ON e.transfer_id = m.transfer_id AND e.account_id = m.account_id
    WHERE e.sequence IS DISTINCT FROM m.sequence`,
  'every entry is of an account, in its currency': `
    SELECT e.transfer_id::text AS what, concat('account ', e.account_id, ' in ', coalesce(a.currency, 'nothing'),
                                               ', entry in ', e.currency) AS detail
    FROM entries e LEFT JOIN accounts a ON a.id = e.account_id WHERE a.currency IS DISTINCT FROM e.currency`,
  'a transfer says what its entries say': `
    SELECT t.id::text AS what, concat(t.amount, ' ', t.currency, ', entry of from: ', coalesce(f.amount::text, 'none'), ' ',
                                      f.currency, ', of to: ', coalesce(o.amount::text, 'none')) AS detail
    FROM transfers t
    LEFT JOIN entries f ON f.transfer_id = t.id AND f.account_id = t.from_account_id
    LEFT JOIN entries o ON o.transfer_id = t.id AND o.account_id = t.to_account_id
    WHERE o.amount IS NULL OR f.currency IS DISTINCT FROM t.currency OR (f.amount <> -t.amount AND (${KEPT_SIDES}) IS NOT TRUE)`,
  'the users of a transfer are the owners of its accounts': `
    SELECT t.id::text AS what, concat('from ', f.owner_id, ' to ', o.owner_id, ' is said to be from ', t.from_user_id,
                                      ' to ', t.to_user_id) AS detail
    FROM transfers t JOIN accounts f ON f.id = t.from_account_id JOIN accounts o ON o.id = t.to_account_id
    WHERE f.owner_id IS DISTINCT FROM t.from_user_id OR o.owner_id IS DISTINCT FROM t.to_user_id`,
};

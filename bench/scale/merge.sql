-- Merges any number of published catalogues, finds duplicates, counts gaps and lists what has aged.
--
-- Every catalogue publishes the same tables (`/api/v1/tables/*.parquet`). Whoever runs this names them first: for each
-- of organizations, services, locations, service_locations, service_terms, terms, phones, schedules and sources a table
-- of that name with all rows of all catalogues and one more column, `catalogue`; and `this_day`, a table with one row
-- and one column, `day`. Ids are unique within a catalogue alone. docs/scale.md shows how in DuckDB and in Spark: this
-- file runs unchanged in both.

-- What is written in several ways is compared in one: small letters without marks, signs and spaces.
CREATE OR REPLACE TEMP VIEW named_organizations AS
SELECT
  *,
  translate(lower(name), 'ąćęłńóśźż .,-–„”"()', 'acelnoszz') AS plain_name,
  translate(lower(website), '/', '') AS plain_website
FROM organizations;

CREATE OR REPLACE TEMP VIEW named_services AS
SELECT *, translate(lower(name), 'ąćęłńóśźż .,-–„”"()', 'acelnoszz') AS plain_name
FROM services;

-- 1. Merged: every listed service of every catalogue with what one looks for first.
CREATE OR REPLACE TEMP VIEW merged_services AS
SELECT
  s.catalogue, s.id, s.name, s.organization, o.krs, s.organization_kind, s.state, s.confirmed,
  s.support_areas, s.service_types, s.audiences, s.districts, s.phone, s.page
FROM services AS s
JOIN organizations AS o ON o.catalogue = s.catalogue AND o.id = s.organization_id;

-- 2. Duplicates: records with the same sign. A register number is proof; a name with a telephone or an address is not.
-- What is not known is no sign; it is left out where it is read, before rows are joined.
CREATE OR REPLACE TEMP VIEW signs AS
SELECT 'organization' AS kind, 'krs' AS sign, krs AS value, catalogue, id, name
FROM organizations WHERE krs IS NOT NULL
UNION ALL SELECT 'organization', 'nip', nip, catalogue, id, name FROM organizations WHERE nip IS NOT NULL
UNION ALL SELECT 'organization', 'regon', regon, catalogue, id, name FROM organizations WHERE regon IS NOT NULL
UNION ALL SELECT 'organization', 'name and website', plain_name || ' ' || plain_website, catalogue, id, name
FROM named_organizations WHERE website IS NOT NULL
UNION ALL SELECT DISTINCT 'organization', 'name and phone', o.plain_name || ' ' || p.dialled, o.catalogue, o.id, o.name
FROM named_organizations AS o
JOIN phones AS p ON p.catalogue = o.catalogue AND p.organization_id = o.id
WHERE p.service_id IS NULL
UNION ALL SELECT DISTINCT 'service', 'name and phone', s.plain_name || ' ' || p.dialled, s.catalogue, s.id, s.name
FROM named_services AS s
JOIN phones AS p ON p.catalogue = s.catalogue AND p.organization_id = s.organization_id
WHERE p.service_id IS NULL OR p.service_id = s.id
UNION ALL SELECT DISTINCT 'service', 'name and address', s.plain_name || ' ' || l.plain_address,
  s.catalogue, s.id, s.name
FROM named_services AS s
JOIN service_locations AS placed ON placed.catalogue = s.catalogue AND placed.service_id = s.id
JOIN (
  SELECT catalogue, id, lower(address_1 || ' ' || city) AS plain_address
  FROM locations
  WHERE address_1 IS NOT NULL AND city IS NOT NULL
) AS l ON l.catalogue = placed.catalogue AND l.id = placed.location_id;

CREATE OR REPLACE TEMP VIEW duplicates AS
SELECT signs.kind, signs.sign, signs.value, shared.records, shared.first_record, signs.catalogue, signs.id, signs.name
FROM (
  SELECT kind, sign, value, count(*) AS records, min(catalogue || ':' || id) AS first_record
  FROM signs
  GROUP BY kind, sign, value
  HAVING count(*) > 1
) AS shared
JOIN signs ON signs.kind = shared.kind AND signs.sign = shared.sign AND signs.value = shared.value;

-- 3. Gaps: what is not known, by catalogue; and which areas of support nobody covers.
CREATE OR REPLACE TEMP VIEW gaps AS
SELECT
  s.catalogue,
  count(*) AS services,
  sum(CASE WHEN s.phone IS NULL THEN 1 ELSE 0 END) AS without_phone,
  sum(CASE WHEN s.hours_stated IS NULL AND h.service_id IS NULL THEN 1 ELSE 0 END) AS without_hours,
  sum(CASE WHEN placed.service_id IS NULL THEN 1 ELSE 0 END) AS without_place,
  sum(CASE WHEN s.districts IS NULL THEN 1 ELSE 0 END) AS without_district,
  sum(CASE WHEN s.access IS NULL THEN 1 ELSE 0 END) AS without_way_in,
  sum(CASE WHEN s.cost IS NULL OR s.cost = 'unknown' THEN 1 ELSE 0 END) AS without_cost,
  sum(CASE WHEN s.confirmed IS NULL THEN 1 ELSE 0 END) AS unconfirmed
FROM services AS s
LEFT JOIN (SELECT DISTINCT catalogue, service_id FROM schedules WHERE service_id IS NOT NULL) AS h
  ON h.catalogue = s.catalogue AND h.service_id = s.id
LEFT JOIN (SELECT DISTINCT catalogue, service_id FROM service_locations) AS placed
  ON placed.catalogue = s.catalogue AND placed.service_id = s.id
GROUP BY s.catalogue;

CREATE OR REPLACE TEMP VIEW uncovered_areas AS
SELECT t.catalogue, t.code, t.name
FROM terms AS t
LEFT JOIN (SELECT DISTINCT catalogue, code FROM service_terms WHERE vocabulary = 'areas') AS used
  ON used.catalogue = t.catalogue AND used.code = t.code
WHERE t.vocabulary = 'areas' AND used.code IS NULL;

-- 4. Aged: what has ended, and what nobody has looked at for long. A year alone is as late as it may be: `~` is after
-- every digit and `-`.
CREATE OR REPLACE TEMP VIEW aged AS
SELECT
  s.catalogue, s.id, s.name, s.page, s.valid_to, s.confirmed, seen.newest AS newest_source,
  CASE
    WHEN s.state = 'expired' OR s.valid_to || '~' < CAST(this_day.day AS STRING) THEN 'ended'
    WHEN s.confirmed < this_day.day - INTERVAL '365' DAY THEN 'confirmed long ago'
    WHEN s.confirmed IS NULL AND seen.newest || '~' < CAST(this_day.day - INTERVAL '730' DAY AS STRING) THEN 'old sources'
    WHEN s.confirmed IS NULL AND seen.newest IS NULL THEN 'no dated source'
  END AS reason
FROM services AS s
CROSS JOIN this_day
LEFT JOIN (
  SELECT catalogue, service_id, max(coalesce(updated, published)) AS newest
  FROM sources
  WHERE service_id IS NOT NULL
  GROUP BY catalogue, service_id
) AS seen ON seen.catalogue = s.catalogue AND seen.service_id = s.id;

CREATE OR REPLACE TEMP VIEW aged_services AS
SELECT catalogue, id, name, reason, valid_to, confirmed, newest_source, page FROM aged WHERE reason IS NOT NULL;

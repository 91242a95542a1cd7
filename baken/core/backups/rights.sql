-- SPDX-License-Identifier: EUPL-1.2
-- Everything in a database that says who may do what; one question after another, each row a line of words.

-- Row-level security: whether it is on, and each policy.
SELECT 'rows', c.oid::regclass, c.relrowsecurity, c.relforcerowsecurity
FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'bridge'));

SELECT 'policy', tablename, policyname, permissive, roles, cmd, qual, with_check
FROM pg_policies;

-- Grants on tables, views and sequences; on columns; on functions; on the schema; on what is yet to be made.
SELECT 'grant', c.oid::regclass, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END, privilege_type, is_grantable
FROM pg_class c, aclexplode(c.relacl)
WHERE c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'bridge')) AND grantee <> c.relowner;

SELECT 'column', c.oid::regclass, a.attname, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END, privilege_type
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid, aclexplode(a.attacl)
WHERE c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'bridge'));

SELECT 'call', p.oid::regprocedure, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END, privilege_type
FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner)))
WHERE p.pronamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'bridge')) AND grantee <> p.proowner
  AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.objid = p.oid AND x.deptype = 'e');

SELECT 'schema', nspname, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END, privilege_type
FROM pg_namespace, aclexplode(nspacl) WHERE nspname IN ('public', 'bridge') AND grantee <> nspowner;

SELECT 'henceforth', defaclobjtype, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END, privilege_type
FROM pg_default_acl, aclexplode(defaclacl) WHERE grantee <> defaclrole;

-- Who owns what.
SELECT 'owner', c.oid::regclass, pg_get_userbyid(c.relowner)
FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'S') AND c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'bridge'));

-- What is done whoever asks: functions, triggers, constraints, indexes.
SELECT 'function', p.oid::regprocedure, pg_get_userbyid(p.proowner), p.prosecdef, p.provolatile, p.proconfig, p.prosrc
FROM pg_proc p WHERE p.pronamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'bridge'))
  AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.objid = p.oid AND x.deptype = 'e');

SELECT 'trigger', tgrelid::regclass, tgname, tgenabled, pg_get_triggerdef(oid)
FROM pg_trigger WHERE NOT tgisinternal;

-- Without NOT NULL, which only a newer PostgreSQL counts among them.
SELECT 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid)
FROM pg_constraint WHERE connamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'bridge')) AND contype <> 'n';

SELECT 'index', tablename, indexdef
FROM pg_indexes WHERE schemaname IN ('public', 'bridge');

-- up

-- In a plan made anew an indicator may take the code of one that gives it up, in whatever order rows are written.
alter table indicator
  drop constraint indicator_code_per_project,
  add constraint indicator_code_per_project unique (project_id, code) deferrable initially immediate;

-- down

alter table indicator
  drop constraint indicator_code_per_project,
  add constraint indicator_code_per_project unique (project_id, code);

-- Milestones that should have been reached. A table.
select m.idea, i.title as project, m.title, m.due_on, m.slip_days
from kickstart_s3.milestones m
join kickstart_s3.ideas i on i.code = m.idea
where m.overdue
order by m.due_on

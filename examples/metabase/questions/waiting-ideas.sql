-- Which ideas have stood still longest. A table.
select code, title, stage, owner, days_in_stage
from kickstart_s3.ideas
where state = 'ACTIVE'
order by days_in_stage desc
limit 10

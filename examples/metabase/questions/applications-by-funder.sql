-- How it goes with each funder. A bar chart, stacked: funder, status, applications.
select funder, status, count(*) as applications
from kickstart_s3.applications
group by funder, status
order by funder, status

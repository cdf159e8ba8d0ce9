-- Where the ideas are. A bar chart: stage, ideas.
select stage, count(*) as ideas
from kickstart_s3.ideas
where state = 'ACTIVE'
group by stage
order by array_position(array['CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION', 'PROJECT'], stage)

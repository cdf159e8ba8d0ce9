-- Which sectors take part in which focus areas. A pivot table: focus_area, sector, ideas.
select a.focus_area, m.sector, count(distinct m.idea) as ideas
from kickstart_s3.memberships m
join kickstart_s3.idea_focus_areas a on a.idea = m.idea
group by a.focus_area, m.sector
order by a.focus_area, m.sector

"""many: a published notice with any number of people, as one that an earlier release published: the migration works out what they are found by."""
import subprocess

SQL = """
INSERT INTO round (slug, title, created_at) VALUES ('%(slug)s', '很多人的一届', NOW(6)); SET @r = LAST_INSERT_ID();
INSERT INTO notice (round_id, slug, created_at) VALUES (@r, '%(slug)s', NOW(6)); SET @n = LAST_INSERT_ID();
INSERT INTO notice_version (notice_id, version, state, title, body, order_note, drafted_by, created_at, open_day, close_day, opens_at, closes_at,
  handling_office, handling_phone, supervision_office, supervision_phone, signed_by, signed_day)
  SELECT @n, 1, 'DRAFT', '很多人的公示', body, order_note, 1, NOW(6), open_day, close_day, %(closes)s - INTERVAL 5 DAY, %(closes)s, handling_office, handling_phone,
  supervision_office, supervision_phone, signed_by, signed_day FROM notice_version ORDER BY id LIMIT 1;
SET @v = LAST_INSERT_ID();
INSERT INTO candidate (round_id, slug) SELECT @r, CONCAT('%(slug)s-', LOWER(CONV(seq + 33333, 10, 32))) FROM seq_1_to_%(people)d;
INSERT INTO candidate_entry (version_id, candidate_id, award, seq, name, employer, post, union_id, union_name, field, deeds)
  SELECT @v, c.id, IF(n.n %% 5 = 0, 'NOMINATION', 'CRAFTSMAN'), n.n,
  CONCAT(SUBSTRING('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜单解仇', 1 + n.n %% 35, 1),
  SUBSTRING('国建文志明德永春晓海', 1 + n.n %% 10, 1), SUBSTRING('强军斌伟平东波华峰林宁', 1 + n.n %% 11, 1)),
  %(employer)s, '工程师', u.id, u.name, ELT(1 + n.n %% 4, '人工智能', '智能制造', '大数据', '软件'), '示例事迹'
  FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS n FROM candidate WHERE round_id = @r) n JOIN candidate c ON c.id = n.id
  JOIN (SELECT id, name, ROW_NUMBER() OVER (ORDER BY id) AS k FROM nominating_union LIMIT 9) u ON u.k = 1 + n.n %% 9 ORDER BY n.n;
UPDATE notice_version SET state = 'PUBLISHED', published_by = 2, published_at = NOW(6) WHERE id = @v;
"""


def notice_of(house, slug, people, employer="CONCAT('示例', n.n, '号公司')", closes="closes_at"):
    house.sql(SQL % {"slug": slug, "people": people, "employer": employer, "closes": closes})
    subprocess.run(house.as_owner([house.home + "/app/sbin/gongshictl", "-c", house.home + "/etc/gongshi.conf", "migrate"]), cwd="/",
                   capture_output=True, check=True, timeout=120)
    return "/notice/" + slug

-- calendar: what a plan rests on, and plans that reach into the December before their year.

ALTER TABLE calendar_year ADD COLUMN IF NOT EXISTS number VARCHAR(40) NOT NULL DEFAULT '';   -- 国办发明电〔2024〕12号

-- Two plans may speak of one day: the later year's word holds.
ALTER TABLE calendar_day DROP PRIMARY KEY, ADD PRIMARY KEY (year, revision, day);

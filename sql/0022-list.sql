-- What a list is searched by and the orders that it may be read in, worked out once when it is published. A position is that of a whole
-- version (1, 2, 3 …), so that a page of it begins behind a number and nothing is counted.
ALTER TABLE candidate_entry
  ADD COLUMN IF NOT EXISTS pinyin VARCHAR(300) COLLATE utf8mb4_bin NOT NULL DEFAULT '', -- of the name; in a draft only what was sent in
  ADD COLUMN IF NOT EXISTS words VARCHAR(6000) COLLATE utf8mb4_bin NOT NULL DEFAULT '', -- model/lookup.h; '': not worked out yet
  ADD COLUMN IF NOT EXISTS place INT NOT NULL DEFAULT 0,                                -- by award and seq
  ADD COLUMN IF NOT EXISTS by_strokes INT NOT NULL DEFAULT 0,                           -- by award and strokes
  ADD COLUMN IF NOT EXISTS by_pinyin INT NOT NULL DEFAULT 0,                            -- by award and pinyin
  ADD KEY IF NOT EXISTS placed (version_id, place),
  ADD KEY IF NOT EXISTS stroked (version_id, by_strokes),
  ADD KEY IF NOT EXISTS spelled (version_id, by_pinyin);

PRAGMA application_id = 1651862636;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE assigned (
  document INTEGER NOT NULL REFERENCES document,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (document, field)
) WITHOUT ROWID;
CREATE TABLE bulletin (
  document INTEGER PRIMARY KEY REFERENCES document,
  title TEXT, series TEXT, document_number TEXT, source_name TEXT, classification TEXT,
  issue_year INTEGER, issue_number INTEGER, issue_total INTEGER,
  published TEXT, region_code TEXT, region_name TEXT, issuers TEXT,
  media_type TEXT NOT NULL, encoding TEXT, reader TEXT NOT NULL,
  characters INTEGER NOT NULL, repairs INTEGER NOT NULL, remarks INTEGER NOT NULL
);
INSERT INTO "bulletin" VALUES(1,'关于晴川县信访积案化解攻坚进展情况的通报',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2021-06-28',NULL,'晴川县','中共晴川县委政法委员会;晴川县信访局','text/plain','utf-8','txt',688,0,0);
INSERT INTO "bulletin" VALUES(2,'关于全县政府网站和政务新媒体抽查情况的通报','政务督查简报',NULL,NULL,NULL,NULL,11,NULL,'2022-08-19',NULL,'澄湖县','澄湖县人民政府督查室','text/plain','utf-8','txt',834,0,0);
CREATE TABLE date_mention (
  document INTEGER NOT NULL, id TEXT NOT NULL, ordinal INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL,
  first_day TEXT, last_day TEXT, granularity TEXT NOT NULL, role TEXT, repaired INTEGER NOT NULL, certainty REAL NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL,
  PRIMARY KEY (document, id)
) WITHOUT ROWID;
INSERT INTO "date_mention" VALUES(1,'d-1edad6bfa0af',6,'至今','fuzzy',NULL,NULL,'day',NULL,0,1.0,379,381,'fuzzy_until_now');
INSERT INTO "date_mention" VALUES(1,'d-3409fa7a1cf9',9,'7月底前','deadline',NULL,'2021-07-31','month','deadline',0,0.95,567,571,'point');
INSERT INTO "date_mention" VALUES(1,'d-4a1ca3cd0bc7',5,'5月26日','point','2021-05-26','2021-05-26','day',NULL,0,0.9,288,293,'point');
INSERT INTO "date_mention" VALUES(1,'d-62bf97300851',10,'每月25日前','recurring',NULL,NULL,'day','deadline',0,1.0,606,612,'recurring');
INSERT INTO "date_mention" VALUES(1,'d-6beb3b360886',8,'10个工作日内','deadline',NULL,'2021-07-12','day','deadline',0,0.8,531,538,'counted');
INSERT INTO "date_mention" VALUES(1,'d-7d217d9fd069',3,'年底前','deadline',NULL,'2021-12-31','year','deadline',0,0.9,192,195,'point');
INSERT INTO "date_mention" VALUES(1,'d-7e56198b47a7',7,'7月5日前','deadline',NULL,'2021-07-05','day','deadline',0,0.95,486,491,'point');
INSERT INTO "date_mention" VALUES(1,'d-8ec43b6485eb',12,'2021年6月28日','point','2021-06-28','2021-06-28','day','published',0,1.0,677,687,'point');
INSERT INTO "date_mention" VALUES(1,'d-9cd4255d991a',4,'3月份','point','2021-03-01','2021-03-31','month',NULL,0,0.9,277,280,'point');
INSERT INTO "date_mention" VALUES(1,'d-9f59af89db0c',2,'6月22日','point','2021-06-22','2021-06-22','day',NULL,0,0.9,163,168,'point');
INSERT INTO "date_mention" VALUES(1,'d-ec83a71d504d',1,'6月15日至22日','range','2021-06-15','2021-06-22','day','inspection',0,0.9,37,46,'span');
INSERT INTO "date_mention" VALUES(1,'d-fa4bf8fd93d9',11,'8月底','point','2020-08-31','2020-08-31','month',NULL,0,0.85,625,628,'point');
INSERT INTO "date_mention" VALUES(2,'d-0f009c86f9d7',9,'8月26日前','deadline',NULL,'2022-08-26','day','deadline',0,0.95,575,581,'point');
INSERT INTO "date_mention" VALUES(2,'d-12ddf0ec9e2b',11,'8月底前','deadline',NULL,'2022-08-31','month','deadline',0,0.95,655,659,'point');
INSERT INTO "date_mention" VALUES(2,'d-1577105ab0d2',4,'上年','point','2021-01-01','2021-12-31','year',NULL,0,0.95,258,260,'point');
INSERT INTO "date_mention" VALUES(2,'d-2d34ca0494fd',1,'2022年8月19日','point','2022-08-19','2022-08-19','day','published',0,1.0,36,46,'point');
INSERT INTO "date_mention" VALUES(2,'d-30e31812cd85',13,'9月下旬','point','2022-09-21','2022-09-30','ten-days',NULL,0,0.95,751,755,'point');
INSERT INTO "date_mention" VALUES(2,'d-336b93db251f',10,'一周内','deadline',NULL,'2022-08-26','day','deadline',0,0.8,619,622,'counted');
INSERT INTO "date_mention" VALUES(2,'d-64244bf10e4f',8,'至今','fuzzy',NULL,NULL,'day',NULL,0,1.0,447,449,'fuzzy_until_now');
INSERT INTO "date_mention" VALUES(2,'d-6488853b2667',3,'今年以来','fuzzy','2022-01-01','2022-08-19','year',NULL,0,0.95,231,235,'point');
INSERT INTO "date_mention" VALUES(2,'d-763634045dd4',6,'上年','point','2021-01-01','2021-12-31','year',NULL,0,0.95,354,356,'point');
INSERT INTO "date_mention" VALUES(2,'d-bab3e74b9420',5,'8月12日','point','2022-08-12','2022-08-12','day',NULL,0,0.9,310,315,'point');
INSERT INTO "date_mention" VALUES(2,'d-e4331530835c',7,'5月31日','point','2022-05-31','2022-05-31','day',NULL,0,0.9,429,434,'point');
INSERT INTO "date_mention" VALUES(2,'d-e85837d5f9a5',12,'9月5日前','deadline',NULL,'2022-09-05','day','deadline',0,0.95,714,719,'point');
INSERT INTO "date_mention" VALUES(2,'d-e9db9e6803e1',2,'2022年8月8日至12日','range','2022-08-08','2022-08-12','day','inspection',0,1.0,125,138,'span');
CREATE TABLE document (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL UNIQUE,
  sm3 TEXT,
  bytes INTEGER NOT NULL,
  suffix TEXT NOT NULL,
  added_at TEXT NOT NULL,
  checked_at TEXT,
  version INTEGER NOT NULL
);
INSERT INTO "document" VALUES(1,'b-d28c32c9660558b048eca70f','d28c32c9660558b048eca70ff341eb08e4774dc89108d4d746dda600ecac11d2','3fc5d484fd8574b37553aa94371af7f32f076b175de4e5866037a1dff96a4830',1948,'.txt','2024-03-01T08:00:00Z',NULL,1);
INSERT INTO "document" VALUES(2,'b-4b7ddda37b4ed1647bfaa723','4b7ddda37b4ed1647bfaa7236483aa77b7ab1de09494e16ed603c76ea63364c1','33cca1ae64f235173b76578f58f9894d366da0f84e9a513156800482f3f9c7ae',2316,'.txt','2024-03-01T08:00:00Z',NULL,1);
CREATE TABLE event (
  number INTEGER PRIMARY KEY,
  document INTEGER REFERENCES document,
  type TEXT NOT NULL,
  at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  agent TEXT NOT NULL,
  detail TEXT NOT NULL
);
INSERT INTO "event" VALUES(1,1,'message digest calculation','2024-03-01T08:00:00Z','success','bulletin_nlp 0.1.0','SHA-256, SM3');
INSERT INTO "event" VALUES(2,1,'format identification','2024-03-01T08:00:00Z','success','bulletin_nlp 0.1.0','text/plain utf-8');
INSERT INTO "event" VALUES(3,1,'ingestion','2024-03-01T08:00:00Z','success','bulletin_nlp 0.1.0','plain.txt');
INSERT INTO "event" VALUES(4,1,'normalization','2024-03-01T08:00:00Z','success','bulletin_nlp 0.1.0','version 1');
INSERT INTO "event" VALUES(5,2,'message digest calculation','2024-03-01T08:00:00Z','success','bulletin_nlp 0.1.0','SHA-256, SM3');
INSERT INTO "event" VALUES(6,2,'format identification','2024-03-01T08:00:00Z','success','bulletin_nlp 0.1.0','text/plain utf-8');
INSERT INTO "event" VALUES(7,2,'ingestion','2024-03-01T08:00:00Z','success','bulletin_nlp 0.1.0','clean.txt');
INSERT INTO "event" VALUES(8,2,'normalization','2024-03-01T08:00:00Z','success','bulletin_nlp 0.1.0','version 1');
CREATE TABLE label (facet TEXT NOT NULL, code TEXT NOT NULL, label TEXT NOT NULL, PRIMARY KEY (facet, code)) WITHOUT ROWID;
INSERT INTO "label" VALUES('domain','agriculture','农业农村');
INSERT INTO "label" VALUES('domain','business_environment','营商环境');
INSERT INTO "label" VALUES('domain','civilisation','精神文明与文明创建');
INSERT INTO "label" VALUES('domain','commerce_tourism','商贸与旅游');
INSERT INTO "label" VALUES('domain','culture_heritage','文化文物广电');
INSERT INTO "label" VALUES('domain','defence_veterans','国防与退役军人');
INSERT INTO "label" VALUES('domain','economy','经济运行与改革');
INSERT INTO "label" VALUES('domain','education','教育');
INSERT INTO "label" VALUES('domain','energy','能源');
INSERT INTO "label" VALUES('domain','environment','生态环境保护');
INSERT INTO "label" VALUES('domain','ethnic_religious','民族宗教');
INSERT INTO "label" VALUES('domain','finance','财政金融审计');
INSERT INTO "label" VALUES('domain','foreign_hk_overseas','外事与港澳台侨');
INSERT INTO "label" VALUES('domain','forestry_water','林草水利');
INSERT INTO "label" VALUES('domain','general','综合或不属上述');
INSERT INTO "label" VALUES('domain','government_operations','政务运行与政务服务');
INSERT INTO "label" VALUES('domain','health','卫生健康与体育');
INSERT INTO "label" VALUES('domain','housing','住房与征迁');
INSERT INTO "label" VALUES('domain','human_settlement','人居环境与环境卫生');
INSERT INTO "label" VALUES('domain','industry','工业与信息化');
INSERT INTO "label" VALUES('domain','integrity','党风廉政与作风');
INSERT INTO "label" VALUES('domain','justice','法治与司法');
INSERT INTO "label" VALUES('domain','labour_personnel','就业社保与人事');
INSERT INTO "label" VALUES('domain','land_resources','自然资源与国土');
INSERT INTO "label" VALUES('domain','major_projects','重点项目与招商引资');
INSERT INTO "label" VALUES('domain','market_regulation','市场监管与食品药品');
INSERT INTO "label" VALUES('domain','party_building','党建与意识形态');
INSERT INTO "label" VALUES('domain','petition','信访与群众诉求');
INSERT INTO "label" VALUES('domain','population_women_children','人口与妇女儿童');
INSERT INTO "label" VALUES('domain','poverty_rural_revitalisation','脱贫攻坚与乡村振兴');
INSERT INTO "label" VALUES('domain','public_security','平安建设与公安');
INSERT INTO "label" VALUES('domain','science_technology','科技与数字化');
INSERT INTO "label" VALUES('domain','social_welfare','民政与社会救助');
INSERT INTO "label" VALUES('domain','transport','交通运输');
INSERT INTO "label" VALUES('domain','urban_management','城乡规划建设与城市管理');
INSERT INTO "label" VALUES('domain','work_safety','安全生产与应急消防');
INSERT INTO "label" VALUES('nature','authenticity','数据情况不真实');
INSERT INTO "label" VALUES('nature','awareness','认识不到位');
INSERT INTO "label" VALUES('nature','capacity','力量能力不足');
INSERT INTO "label" VALUES('nature','compliance','依法依规不到位');
INSERT INTO "label" VALUES('nature','coordination','统筹协调不到位');
INSERT INTO "label" VALUES('nature','discipline','纪律作风问题');
INSERT INTO "label" VALUES('nature','facilities','设施缺失损坏');
INSERT INTO "label" VALUES('nature','formalism','形式主义官僚主义');
INSERT INTO "label" VALUES('nature','funding','资金保障与管理不到位');
INSERT INTO "label" VALUES('nature','implementation','政策措施落实不到位');
INSERT INTO "label" VALUES('nature','mechanism','制度机制不健全');
INSERT INTO "label" VALUES('nature','order','秩序与文明行为问题');
INSERT INTO "label" VALUES('nature','participation','参与度不高');
INSERT INTO "label" VALUES('nature','planning','部署方案不到位');
INSERT INTO "label" VALUES('nature','pollution','污染与生态破坏');
INSERT INTO "label" VALUES('nature','progress','工作进度滞后');
INSERT INTO "label" VALUES('nature','publicity','宣传发动不到位');
INSERT INTO "label" VALUES('nature','quality','质量成效不佳');
INSERT INTO "label" VALUES('nature','records','档案资料不规范');
INSERT INTO "label" VALUES('nature','rectification','整改不到位');
INSERT INTO "label" VALUES('nature','reporting','信息报送不及时');
INSERT INTO "label" VALUES('nature','responsibility','责任不落实');
INSERT INTO "label" VALUES('nature','safety','安全隐患');
INSERT INTO "label" VALUES('nature','sanitation','环境卫生差');
INSERT INTO "label" VALUES('nature','service','服务水平不高');
INSERT INTO "label" VALUES('nature','supervision','监督检查不到位');
CREATE TABLE link (
  document INTEGER NOT NULL, recommendation TEXT NOT NULL, problem TEXT NOT NULL, basis TEXT NOT NULL,
  certainty REAL NOT NULL, PRIMARY KEY (document, recommendation, problem)
) WITHOUT ROWID;
INSERT INTO "link" VALUES(2,'r-7c5378c14c62','p-ae85087509d0','unit+topic+ordinal',0.74);
INSERT INTO "link" VALUES(2,'r-dd6e0611f2d6','p-3bf620380e79','unit+nature+topic+ordinal',0.81);
INSERT INTO "link" VALUES(2,'r-dd6e0611f2d6','p-73c4740352f2','unit+nature+topic+ordinal',0.82);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO "migration" VALUES(1,'store');
CREATE TABLE origin (
  document INTEGER NOT NULL REFERENCES document,
  uri TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (document, uri)
) WITHOUT ROWID;
INSERT INTO "origin" VALUES(1,'plain.txt','2024-03-01T08:00:00Z');
INSERT INTO "origin" VALUES(2,'clean.txt','2024-03-01T08:00:00Z');
CREATE TABLE problem (
  document INTEGER NOT NULL, id TEXT NOT NULL, ordinal INTEGER NOT NULL, section TEXT, heading TEXT, text TEXT NOT NULL,
  nature TEXT, domain TEXT, inherited INTEGER NOT NULL, quantifier TEXT NOT NULL, frequency TEXT NOT NULL,
  degree TEXT NOT NULL, certainty REAL NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL,
  PRIMARY KEY (document, id)
) WITHOUT ROWID;
INSERT INTO "problem" VALUES(1,'p-05716a35bd55',1,'s-64d290d9deee',NULL,'复核中发现，有的包案领导只听汇报不见人，县自然资源局包办的两件征地补偿案件，包案以来没有同信访人见过一次面','unknown','land_resources',0,'some','unknown','plain',0.7,211,264,'polarity.fault: 没有');
INSERT INTO "problem" VALUES(1,'p-299fb480aa24',4,'s-64d290d9deee',NULL,'对8月底仍没有实质进展的，由县委分管领导约谈包案单位主要负责人','unknown','petition',0,'unknown','unknown','plain',0.7,624,655,'polarity.fault: 没有');
INSERT INTO "problem" VALUES(1,'p-ac2a53dc96ac',2,'s-64d290d9deee',NULL,'县住建局与县城市管理局对向阳小区供热管网纠纷各说各理，居民跑了五趟也没有得到一句准话','service','urban_management',0,'unknown','unknown','plain',0.85,300,342,'nature.service: 跑 了? ~2 @num ~2 趟|次|回|遍');
INSERT INTO "problem" VALUES(1,'p-f25985ef56be',3,'s-64d290d9deee',NULL,'还有4件案件的化解协议签了字却没有兑现，涉及补偿款37.5万元，县财政局至今没有拨付','funding','finance',0,'unknown','continuous','plain',0.85,343,385,'nature.funding: @not ~6 拨付|兑付|兑现|发放|支付|到账|下拨|配套|足额');
INSERT INTO "problem" VALUES(2,'p-3bf620380e79',2,'s-d8f8708e82cc','信息更新不及时','竹园乡“财政预决算”栏目至今为空白','reporting','government_operations',0,'unknown','continuous','plain',0.9,435,452,'polarity.fault_word: 空白');
INSERT INTO "problem" VALUES(2,'p-73c4740352f2',1,'s-d8f8708e82cc','信息更新不及时','县水利局“防汛动态”栏目最后一条信息停留在5月31日','reporting','forestry_water',0,'unknown','unknown','plain',0.6,408,434,'role: problems');
INSERT INTO "problem" VALUES(2,'p-ae85087509d0',3,'s-6c395acd32d5','互动回应质量不高','县交通运输局对3件网民留言只回复“已转办”，没有下文','supervision','transport',0,'unknown','unknown','plain',0.95,468,494,'polarity.fault: 没有');
CREATE TABLE problem_code (
  facet TEXT NOT NULL, code TEXT NOT NULL, document INTEGER NOT NULL, problem TEXT NOT NULL, rank INTEGER NOT NULL,
  PRIMARY KEY (facet, code, document, problem)
) WITHOUT ROWID;
INSERT INTO "problem_code" VALUES('domain','energy',1,'p-ac2a53dc96ac',2);
INSERT INTO "problem_code" VALUES('domain','finance',1,'p-f25985ef56be',1);
INSERT INTO "problem_code" VALUES('domain','forestry_water',2,'p-73c4740352f2',1);
INSERT INTO "problem_code" VALUES('domain','government_operations',2,'p-3bf620380e79',1);
INSERT INTO "problem_code" VALUES('domain','land_resources',1,'p-05716a35bd55',1);
INSERT INTO "problem_code" VALUES('domain','petition',1,'p-05716a35bd55',2);
INSERT INTO "problem_code" VALUES('domain','petition',1,'p-299fb480aa24',1);
INSERT INTO "problem_code" VALUES('domain','transport',2,'p-ae85087509d0',1);
INSERT INTO "problem_code" VALUES('domain','urban_management',1,'p-ac2a53dc96ac',1);
INSERT INTO "problem_code" VALUES('domain','work_safety',2,'p-73c4740352f2',2);
INSERT INTO "problem_code" VALUES('nature','funding',1,'p-f25985ef56be',1);
INSERT INTO "problem_code" VALUES('nature','reporting',2,'p-3bf620380e79',1);
INSERT INTO "problem_code" VALUES('nature','reporting',2,'p-73c4740352f2',1);
INSERT INTO "problem_code" VALUES('nature','service',1,'p-ac2a53dc96ac',1);
INSERT INTO "problem_code" VALUES('nature','supervision',2,'p-ae85087509d0',1);
INSERT INTO "problem_code" VALUES('nature','unknown',1,'p-05716a35bd55',1);
INSERT INTO "problem_code" VALUES('nature','unknown',1,'p-299fb480aa24',1);
CREATE TABLE problem_unit (
  document INTEGER NOT NULL, problem TEXT NOT NULL, unit TEXT NOT NULL, PRIMARY KEY (document, problem, unit)
) WITHOUT ROWID;
INSERT INTO "problem_unit" VALUES(1,'p-05716a35bd55','u-74d6db2d381e');
INSERT INTO "problem_unit" VALUES(1,'p-299fb480aa24','u-75bff844061c');
INSERT INTO "problem_unit" VALUES(1,'p-ac2a53dc96ac','u-23fbd77f3c73');
INSERT INTO "problem_unit" VALUES(1,'p-ac2a53dc96ac','u-ef6664d8b7f8');
INSERT INTO "problem_unit" VALUES(1,'p-f25985ef56be','u-0dad68035c45');
INSERT INTO "problem_unit" VALUES(2,'p-3bf620380e79','u-d3ad834a284d');
INSERT INTO "problem_unit" VALUES(2,'p-73c4740352f2','u-1cb154307ea8');
INSERT INTO "problem_unit" VALUES(2,'p-ae85087509d0','u-35a6010dbce5');
CREATE TABLE recommendation (
  document INTEGER NOT NULL, id TEXT NOT NULL, ordinal INTEGER NOT NULL, section TEXT, heading TEXT, text TEXT NOT NULL,
  deadline TEXT, deadline_text TEXT, start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL,
  PRIMARY KEY (document, id)
) WITHOUT ROWID;
INSERT INTO "recommendation" VALUES(2,'r-7c5378c14c62',2,'s-ac4ed16d5230','提高答复质量','县交通运输局要对3件留言重新办理，一周内向网民作出实质性答复','2022-08-26','一周内',602,632,'numbered-item');
INSERT INTO "recommendation" VALUES(2,'r-b52aabf77b0e',4,'s-dc4d918396a4','建立长效机制','各乡镇、各部门要明确1名信息审核员，名单于9月5日前报县政府督查室，实行“谁发布、谁审核、谁负责”。县政府督查室将于9月下旬组织“回头看”','2022-09-05','9月5日前',693,762,'numbered-item');
INSERT INTO "recommendation" VALUES(2,'r-dd6e0611f2d6',1,'s-374e91714097','立即清理空栏目','县水利局、竹园乡要在8月26日前补齐应公开信息','2022-08-26','8月26日前',565,588,'numbered-item');
INSERT INTO "recommendation" VALUES(2,'r-fe125450d44c',3,'s-1d7c104f760b','规范账号管理','县文化和旅游局要于8月底前完成账号注销，县大数据中心要逐月开展巡检','2022-08-31','8月底前',646,679,'numbered-item');
CREATE TABLE recommendation_unit (
  document INTEGER NOT NULL, recommendation TEXT NOT NULL, unit TEXT NOT NULL,
  PRIMARY KEY (document, recommendation, unit)
) WITHOUT ROWID;
INSERT INTO "recommendation_unit" VALUES(2,'r-7c5378c14c62','u-de9732d5f4d3');
INSERT INTO "recommendation_unit" VALUES(2,'r-b52aabf77b0e','u-4e53a75de0cc');
INSERT INTO "recommendation_unit" VALUES(2,'r-b52aabf77b0e','u-8588c9688ce9');
INSERT INTO "recommendation_unit" VALUES(2,'r-dd6e0611f2d6','u-28ba9097aafd');
INSERT INTO "recommendation_unit" VALUES(2,'r-dd6e0611f2d6','u-d3437588f91e');
INSERT INTO "recommendation_unit" VALUES(2,'r-fe125450d44c','u-7d709e639d8b');
INSERT INTO "recommendation_unit" VALUES(2,'r-fe125450d44c','u-e4016ac3a1d3');
CREATE TABLE section (
  document INTEGER NOT NULL, id TEXT NOT NULL, ordinal INTEGER NOT NULL, parent TEXT, level INTEGER NOT NULL,
  marker TEXT, heading TEXT, role TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (document, id)
) WITHOUT ROWID;
INSERT INTO "section" VALUES(1,'s-4e442364c9c7',3,NULL,0,NULL,NULL,'distribution',658,688);
INSERT INTO "section" VALUES(1,'s-59e385f745e1',1,NULL,0,NULL,NULL,'head',0,37);
INSERT INTO "section" VALUES(1,'s-64d290d9deee',2,NULL,0,NULL,NULL,'situation',37,658);
INSERT INTO "section" VALUES(2,'s-1113e3640677',8,NULL,0,'三、','工作要求','recommendations',544,765);
INSERT INTO "section" VALUES(2,'s-1d7c104f760b',11,'s-1113e3640677',1,'（三）','规范账号管理','recommendations',636,683);
INSERT INTO "section" VALUES(2,'s-374e91714097',9,'s-1113e3640677',1,'（一）','立即清理空栏目','recommendations',554,592);
INSERT INTO "section" VALUES(2,'s-56253a63fc63',1,NULL,0,NULL,NULL,'head',0,115);
INSERT INTO "section" VALUES(2,'s-6122e5837f68',3,NULL,0,'一、','基本情况','situation',221,384);
INSERT INTO "section" VALUES(2,'s-6b4f818147b0',7,'s-773a9c59cf33',1,'（三）','账号管理松散','problems',498,544);
INSERT INTO "section" VALUES(2,'s-6c395acd32d5',6,'s-773a9c59cf33',1,'（二）','互动回应质量不高','problems',456,498);
INSERT INTO "section" VALUES(2,'s-6f362573bb80',13,NULL,0,NULL,NULL,'distribution',765,834);
INSERT INTO "section" VALUES(2,'s-773a9c59cf33',4,NULL,0,'二、','存在的主要问题','problems',384,544);
INSERT INTO "section" VALUES(2,'s-ac4ed16d5230',10,'s-1113e3640677',1,'（二）','提高答复质量','recommendations',592,636);
INSERT INTO "section" VALUES(2,'s-ad549522a7de',2,NULL,0,NULL,NULL,'situation',115,221);
INSERT INTO "section" VALUES(2,'s-d8f8708e82cc',5,'s-773a9c59cf33',1,'（一）','信息更新不及时','problems',397,456);
INSERT INTO "section" VALUES(2,'s-dc4d918396a4',12,'s-1113e3640677',1,'（四）','建立长效机制','recommendations',683,765);
CREATE TABLE unit (
  document INTEGER NOT NULL, id TEXT NOT NULL, ordinal INTEGER NOT NULL, surface TEXT NOT NULL, kind TEXT NOT NULL,
  role TEXT, roles TEXT NOT NULL, quantifier TEXT, count INTEGER, status TEXT NOT NULL,
  canonical_id TEXT, canonical_name TEXT, score REAL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL,
  PRIMARY KEY (document, id)
) WITHOUT ROWID;
INSERT INTO "unit" VALUES(1,'u-0dad68035c45',12,'县财政局','named','criticised','criticised',NULL,NULL,'derived','o-6cccc5062a27','晴川县财政局',0.95,375,379,'units.lexicon');
INSERT INTO "unit" VALUES(1,'u-0e02a78d128e',19,'县城市管理局','named','inspected','inspected',NULL,NULL,'derived','o-e8bef153781e','晴川县城市管理局',0.95,513,519,'units.lexicon');
INSERT INTO "unit" VALUES(1,'u-0fba9ab8012a',3,'县委政法委','named','mentioned','mentioned',NULL,NULL,'derived','o-38e524643c83','中共晴川县委政法委员会',0.95,47,52,'units.lexicon');
INSERT INTO "unit" VALUES(1,'u-145901439fbc',1,'各乡镇党委','collective','recipient','recipient','all',NULL,'not_applicable',NULL,NULL,NULL,22,27,'units.each');
INSERT INTO "unit" VALUES(1,'u-1767cae42ae2',14,'县信访局','named','mentioned','mentioned',NULL,NULL,'derived','o-cc25a6d5c128','晴川县信访局',0.95,419,423,'units.lexicon');
INSERT INTO "unit" VALUES(1,'u-19166546c41f',16,'县自然资源局','named','praised','praised',NULL,NULL,'derived','o-6b970230b76f','晴川县自然资源局',0.95,468,474,'units.lexicon');
INSERT INTO "unit" VALUES(1,'u-1aad6e86cab3',20,'县财政局','named','mentioned','mentioned',NULL,NULL,'derived','o-6cccc5062a27','晴川县财政局',0.95,548,552,'units.lexicon');
INSERT INTO "unit" VALUES(1,'u-20f7bfd57623',5,'多数包案单位','anonymous','praised','praised','most',NULL,'not_applicable',NULL,NULL,NULL,104,110,'units.quantified');
INSERT INTO "unit" VALUES(1,'u-23fbd77f3c73',10,'县住建局','named','criticised','criticised',NULL,NULL,'derived','o-3f35ee5c26a5','晴川县住房和城乡建设局',0.95,300,304,'units.lexicon');
INSERT INTO "unit" VALUES(1,'u-25e9575094e7',22,'县信访局','named','praised','praised',NULL,NULL,'derived','o-cc25a6d5c128','晴川县信访局',0.95,592,596,'units.lexicon');
INSERT INTO "unit" VALUES(1,'u-39f5585da809',17,'柳树沟乡','named','praised','praised',NULL,NULL,'derived','o-786fdee360bb','晴川县柳树沟乡',0.9,475,479,'units.place');
INSERT INTO "unit" VALUES(1,'u-74d6db2d381e',8,'县自然资源局','named','criticised','criticised',NULL,NULL,'derived','o-6b970230b76f','晴川县自然资源局',0.95,231,237,'units.lexicon');
INSERT INTO "unit" VALUES(1,'u-75bff844061c',24,'县委','named','criticised','criticised',NULL,NULL,'derived','o-7603d7624688','中共晴川县委员会',0.95,638,640,'units.lexicon');
INSERT INTO "unit" VALUES(1,'u-7cea7691a037',13,'个别单位','anonymous','mentioned','mentioned','individual',NULL,'not_applicable',NULL,NULL,NULL,386,390,'units.quantified');
INSERT INTO "unit" VALUES(1,'u-8a0dfd61b571',7,'县司法局','named','praised','praised',NULL,NULL,'derived','o-8beeeb1bcba5','晴川县司法局',0.95,140,144,'units.lexicon');
INSERT INTO "unit" VALUES(1,'u-9a62ec5ce33e',18,'县住建局','named','inspected','inspected',NULL,NULL,'derived','o-3f35ee5c26a5','晴川县住房和城乡建设局',0.95,508,512,'units.lexicon');
INSERT INTO "unit" VALUES(1,'u-9ff37ce7abd0',15,'各包案单位','collective','mentioned','mentioned','all',NULL,'not_applicable',NULL,NULL,NULL,454,459,'units.each');
INSERT INTO "unit" VALUES(1,'u-a750ea9c0b3d',6,'枫桥镇','named','praised','praised',NULL,NULL,'derived','o-f695864f6bd0','晴川县枫桥镇',0.9,120,123,'units.place');
INSERT INTO "unit" VALUES(1,'u-aec220a4e753',2,'县直有关部门','anonymous','recipient','recipient','unknown',NULL,'not_applicable',NULL,NULL,NULL,28,34,'units.governed');
INSERT INTO "unit" VALUES(1,'u-bbdd59a01e83',25,'中共晴川县委政法委员会','named','issuer','issuer',NULL,NULL,'derived','o-38e524643c83','中共晴川县委政法委员会',0.95,658,669,'units.lexicon');
INSERT INTO "unit" VALUES(1,'u-cfe27e799161',26,'晴川县信访局','named','issuer','issuer',NULL,NULL,'derived','o-cc25a6d5c128','晴川县信访局',0.95,670,676,'units.lexicon');
INSERT INTO "unit" VALUES(1,'u-de74d3a73e89',21,'各单位','collective','mentioned','mentioned','all',NULL,'not_applicable',NULL,NULL,NULL,576,579,'units.each');
INSERT INTO "unit" VALUES(1,'u-e94d37bb95be',4,'县信访局','named','mentioned','mentioned',NULL,NULL,'derived','o-cc25a6d5c128','晴川县信访局',0.95,53,57,'units.lexicon');
INSERT INTO "unit" VALUES(1,'u-ee0093421517',9,'柳树沟乡','named','mentioned','mentioned',NULL,NULL,'derived','o-786fdee360bb','晴川县柳树沟乡',0.9,265,269,'units.place');
INSERT INTO "unit" VALUES(1,'u-ef6664d8b7f8',11,'县城市管理局','named','criticised','criticised',NULL,NULL,'derived','o-e8bef153781e','晴川县城市管理局',0.95,305,311,'units.lexicon');
INSERT INTO "unit" VALUES(1,'u-fd6db026ba88',23,'县委政法委','named','praised','praised',NULL,NULL,'derived','o-38e524643c83','中共晴川县委政法委员会',0.95,618,623,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-1587878e8ce2',10,'各单位','collective','mentioned','mentioned','all',NULL,'not_applicable',NULL,NULL,NULL,236,239,'units.each');
INSERT INTO "unit" VALUES(2,'u-15c97af7abe1',32,'县政府各部门','collective','recipient','recipient','all',NULL,'not_applicable',NULL,NULL,NULL,826,832,'units.each');
INSERT INTO "unit" VALUES(2,'u-16503e7515d6',1,'澄湖县人民政府督查室','named','issuer','issuer',NULL,NULL,'derived','o-6c5f59f7ddf8','澄湖县人民政府督查室',0.95,20,30,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-1ba6f1d81482',5,'县政府','named','mentioned','mentioned',NULL,NULL,'derived','o-6ee0d2637341','澄湖县人民政府',0.95,117,120,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-1cb154307ea8',14,'县水利局','named','criticised','criticised',NULL,NULL,'derived','o-463dbae40932','澄湖县水利局',0.95,408,412,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-27bf37c171f2',28,'县委办公室','named','recipient','recipient',NULL,NULL,'derived','o-7db93195e061','中共澄湖县委办公室',0.95,792,797,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-28ba9097aafd',19,'县水利局','named','responsible','responsible',NULL,NULL,'derived','o-463dbae40932','澄湖县水利局',0.95,565,569,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-35a6010dbce5',16,'县交通运输局','named','criticised','criticised',NULL,NULL,'derived','o-790d802be98c','澄湖县交通运输局',0.95,468,474,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-3b4a6d57602f',9,'24个县政府','anonymous','inspected','inspected','count',24,'not_applicable',NULL,NULL,NULL,161,167,'units.counted');
INSERT INTO "unit" VALUES(2,'u-441c844b44e6',12,'莲塘镇','named','praised','praised',NULL,NULL,'derived','o-ff701e9c7375','澄湖县莲塘镇',0.9,286,289,'units.place');
INSERT INTO "unit" VALUES(2,'u-4e53a75de0cc',25,'各部门','collective','responsible','responsible','all',NULL,'not_applicable',NULL,NULL,NULL,697,700,'units.each');
INSERT INTO "unit" VALUES(2,'u-59c07dc5e66e',6,'县政府督查室','named','supervisor','supervisor',NULL,NULL,'derived','o-6c5f59f7ddf8','澄湖县人民政府督查室',0.95,139,145,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-5fcea7ad6a82',2,'全县政府','collective','mentioned','mentioned','all',NULL,'not_applicable',NULL,NULL,NULL,75,79,'units.pointing');
INSERT INTO "unit" VALUES(2,'u-68f1fbff1c12',18,'县文化和旅游局','named','mentioned','mentioned',NULL,NULL,'derived','o-805b734883eb','澄湖县文化和旅游局',0.95,531,538,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-6dc3ee5f505d',31,'各乡镇人民政府','collective','recipient','recipient','all',NULL,'not_applicable',NULL,NULL,NULL,818,825,'units.each');
INSERT INTO "unit" VALUES(2,'u-7a3f84fbc974',4,'县政府各部门','collective','recipient','recipient','all',NULL,'not_applicable',NULL,NULL,NULL,104,110,'units.each');
INSERT INTO "unit" VALUES(2,'u-7d709e639d8b',23,'县大数据中心','named','responsible','responsible',NULL,NULL,'derived','o-805e78dd31c3','澄湖县大数据中心',0.95,666,672,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-8588c9688ce9',24,'各乡镇','collective','responsible','responsible','all',NULL,'not_applicable',NULL,NULL,NULL,693,696,'units.each');
INSERT INTO "unit" VALUES(2,'u-85b524bb45d8',27,'县政府督查室','named','supervisor','supervisor',NULL,NULL,'derived','o-6c5f59f7ddf8','澄湖县人民政府督查室',0.95,743,749,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-881531f5369f',7,'县大数据中心','named','supervisor','supervisor',NULL,NULL,'derived','o-805e78dd31c3','澄湖县大数据中心',0.95,147,153,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-92d2566b0aee',8,'11个乡镇','anonymous','inspected','inspected','count',11,'not_applicable',NULL,NULL,NULL,155,160,'units.counted');
INSERT INTO "unit" VALUES(2,'u-97e7dba074e3',13,'全县政府','collective','mentioned','mentioned','all',NULL,'not_applicable',NULL,NULL,NULL,316,320,'units.pointing');
INSERT INTO "unit" VALUES(2,'u-a9ec8c0763be',30,'县政协办公室','named','recipient','recipient',NULL,NULL,'derived','o-02e5607a5697','政协澄湖县委员会办公室',0.95,808,814,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-c424f4858132',11,'县税务局','named','praised','praised',NULL,NULL,'derived','o-84ed4a658cb4','国家税务总局澄湖县税务局',0.95,261,265,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-c987d4f88097',3,'各乡镇人民政府','collective','recipient','recipient','all',NULL,'not_applicable',NULL,NULL,NULL,96,103,'units.each');
INSERT INTO "unit" VALUES(2,'u-d3437588f91e',20,'竹园乡','named','responsible','responsible',NULL,NULL,'derived','o-fdfcd827bde9','澄湖县竹园乡',0.9,570,573,'units.place');
INSERT INTO "unit" VALUES(2,'u-d3ad834a284d',15,'竹园乡','named','criticised','criticised',NULL,NULL,'derived','o-fdfcd827bde9','澄湖县竹园乡',0.9,435,438,'units.place');
INSERT INTO "unit" VALUES(2,'u-de9732d5f4d3',21,'县交通运输局','named','responsible','responsible',NULL,NULL,'derived','o-790d802be98c','澄湖县交通运输局',0.95,602,608,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-e4016ac3a1d3',22,'县文化和旅游局','named','responsible','responsible',NULL,NULL,'derived','o-805b734883eb','澄湖县文化和旅游局',0.95,646,653,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-e6c1ba5c9885',29,'县人大常委会办公室','named','recipient','recipient',NULL,NULL,'derived','o-d5bb6595109b','澄湖县人大常委会办公室',0.95,798,807,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-ece5e0ceebef',26,'县政府督查室','named','mentioned','mentioned',NULL,NULL,'derived','o-6c5f59f7ddf8','澄湖县人民政府督查室',0.95,720,726,'units.lexicon');
INSERT INTO "unit" VALUES(2,'u-f757f373dd9a',17,'个别单位','anonymous','mentioned','mentioned','individual',NULL,'not_applicable',NULL,NULL,NULL,508,512,'units.quantified');
CREATE TABLE unit_name (
  name TEXT NOT NULL, document INTEGER NOT NULL, unit TEXT NOT NULL,
  PRIMARY KEY (name, document, unit)
) WITHOUT ROWID;
INSERT INTO "unit_name" VALUES('中共晴川县委员会',1,'u-75bff844061c');
INSERT INTO "unit_name" VALUES('中共晴川县委政法委员会',1,'u-0fba9ab8012a');
INSERT INTO "unit_name" VALUES('中共晴川县委政法委员会',1,'u-bbdd59a01e83');
INSERT INTO "unit_name" VALUES('中共晴川县委政法委员会',1,'u-fd6db026ba88');
INSERT INTO "unit_name" VALUES('晴川县住房和城乡建设局',1,'u-23fbd77f3c73');
INSERT INTO "unit_name" VALUES('晴川县住房和城乡建设局',1,'u-9a62ec5ce33e');
INSERT INTO "unit_name" VALUES('晴川县信访局',1,'u-1767cae42ae2');
INSERT INTO "unit_name" VALUES('晴川县信访局',1,'u-25e9575094e7');
INSERT INTO "unit_name" VALUES('晴川县信访局',1,'u-cfe27e799161');
INSERT INTO "unit_name" VALUES('晴川县信访局',1,'u-e94d37bb95be');
INSERT INTO "unit_name" VALUES('晴川县司法局',1,'u-8a0dfd61b571');
INSERT INTO "unit_name" VALUES('晴川县城市管理局',1,'u-0e02a78d128e');
INSERT INTO "unit_name" VALUES('晴川县城市管理局',1,'u-ef6664d8b7f8');
INSERT INTO "unit_name" VALUES('晴川县枫桥镇',1,'u-a750ea9c0b3d');
INSERT INTO "unit_name" VALUES('晴川县柳树沟乡',1,'u-39f5585da809');
INSERT INTO "unit_name" VALUES('晴川县柳树沟乡',1,'u-ee0093421517');
INSERT INTO "unit_name" VALUES('晴川县自然资源局',1,'u-19166546c41f');
INSERT INTO "unit_name" VALUES('晴川县自然资源局',1,'u-74d6db2d381e');
INSERT INTO "unit_name" VALUES('晴川县财政局',1,'u-0dad68035c45');
INSERT INTO "unit_name" VALUES('晴川县财政局',1,'u-1aad6e86cab3');
INSERT INTO "unit_name" VALUES('中共澄湖县委办公室',2,'u-27bf37c171f2');
INSERT INTO "unit_name" VALUES('国家税务总局澄湖县税务局',2,'u-c424f4858132');
INSERT INTO "unit_name" VALUES('政协澄湖县委员会办公室',2,'u-a9ec8c0763be');
INSERT INTO "unit_name" VALUES('澄湖县交通运输局',2,'u-35a6010dbce5');
INSERT INTO "unit_name" VALUES('澄湖县交通运输局',2,'u-de9732d5f4d3');
INSERT INTO "unit_name" VALUES('澄湖县人大常委会办公室',2,'u-e6c1ba5c9885');
INSERT INTO "unit_name" VALUES('澄湖县人民政府',2,'u-1ba6f1d81482');
INSERT INTO "unit_name" VALUES('澄湖县人民政府督查室',2,'u-16503e7515d6');
INSERT INTO "unit_name" VALUES('澄湖县人民政府督查室',2,'u-59c07dc5e66e');
INSERT INTO "unit_name" VALUES('澄湖县人民政府督查室',2,'u-85b524bb45d8');
INSERT INTO "unit_name" VALUES('澄湖县人民政府督查室',2,'u-ece5e0ceebef');
INSERT INTO "unit_name" VALUES('澄湖县大数据中心',2,'u-7d709e639d8b');
INSERT INTO "unit_name" VALUES('澄湖县大数据中心',2,'u-881531f5369f');
INSERT INTO "unit_name" VALUES('澄湖县文化和旅游局',2,'u-68f1fbff1c12');
INSERT INTO "unit_name" VALUES('澄湖县文化和旅游局',2,'u-e4016ac3a1d3');
INSERT INTO "unit_name" VALUES('澄湖县水利局',2,'u-1cb154307ea8');
INSERT INTO "unit_name" VALUES('澄湖县水利局',2,'u-28ba9097aafd');
INSERT INTO "unit_name" VALUES('澄湖县竹园乡',2,'u-d3437588f91e');
INSERT INTO "unit_name" VALUES('澄湖县竹园乡',2,'u-d3ad834a284d');
INSERT INTO "unit_name" VALUES('澄湖县莲塘镇',2,'u-441c844b44e6');
CREATE TABLE version (
  document INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY (document, number)
);
INSERT INTO "version" VALUES(1,1,'2024-03-01T08:00:00Z','0000000000000000000000000000000000000000000000000000000000000000','93b7cc9de2d8971f49921b3daab5000525020e7bfd79e0baab7bd71e5eff8ca6',X'789CED5D5953DC48B6FE2B4445CC9B8BAB542A53122F77FE87DB41A4A41428BA5031B530CDB43D81DB2EE30DB0EFE0A5B1DDB4BB8DEDE905709B36180CFC982EA9AA9EE62FDC93DAAB4A2C6631E36878802A299773BEB3E439B9F175A16A8EF231363CC12B55A7EC16860A68502A5C2838167C348A96AC995836754A2542344352346E3255B2A144B55CAF98BC30F475A15E71A0F0788939EE60EDAB1ABC1BE396C3866B93E3F0BE50E35FD5FE27780B6FB86B962DC71D81E7F59A5DD44443A34C26141EECD5998D15C40D49E38AAA2A96A9E948D22CC552156A598C4A12943211B26468CB98ACF16A6108E98A76A150E1CCE21541011075E54240087CF31A6F9B9BB3FEB76BDEFA336F76B7B9FBBCBDBCDB7AB5E23FBFE9DD7DD87EF5A33FBFE53D5B68EF3EF1DE3CF0AF35BC1BBFB716AE77A616FCDB4B5FB85FB8DEBDEBCDF7CF3B0FA6BDC682F76AFE3F1FEE422BAD276BFED35BD074E7DAEBCEA3D7FFF9B0208A52FFE94D44FC474BEDE9B7B20C7FC3C250CB9FDFF5DF3E800F7F4C5D4D88F0DE4CF9B7B7DBABD79A9B9BDEFDC7DECAFBE6C6EDD6E6ABE6E60BEFF6774084AC36B7DE6509EE4CDD83DF406AFBF9DDE6E60DEFC58CFFFD0674E22F2E751E37C49399756FF991E876FB5F9D673F78F77EF1E61EC2F3B011E8075AF5AFCFB55F5DFD63EA1B7F6A0BBEB69EDE11E55F2CF80F56BDBB0D01CBCC83E6F64CFBDAB6F762D1DB78D97A36E55F5F14C85C5DF0D6979ADB4F458FDFFDEC3F5F02549A1B53CD8D9F8071EF4623C413BAC340B73773D57BBFD6DC5A124C413701031120731B028D375073D37BB2DA59D849E8F3E7EE35779E88B73B77FCB935EFF6BF91221EFFF25C107CF3274056A01CA31B20140973FDB7B07F44E199E828F8D69A9D26FA20FE0B3C68AF3F6BBDDC02A2BCCD07DEAD19AFF11AA4E76F343A4FDE09029F2CFBDF4FB7771F83609B1B33DEEA9CB7BE0C55A0DF400D02AC9B1BBF7A73F75BB3AB0282A7B7A05A0859E7871BDECA076FEE2740DC7F330DAA034D00CA407AC8727BFAA7D6F577EDDFAFFB9BF78071A8158AB8B9F14260B573D57BBADA7EBEE45DDD85D662FA1BC1E725FFD992FFDB73A16FF7EE264041E3ED5D813E40039216E82CBEF5BFBFEFFFB608EAEADFBE1DB60305DADBBF080D782FC48C01BBE6D6B63FFFCEBBB91AEA9937BD0D2F40A1E10911D05280D6BF35E3DF9DF69617FC5BBB5006FA830E84E26ECF795B9B81E46685201767BD8D6F5ACBCF5BF76E08AE56DE7BF7EE771EBF15E0DDDD0441B6AEFD2ADE6EDF6F6D7EDFDA5C075B6AAFACC16F282F387CD3F057EFB7D7EF0BFA36E7DBEF80F4C588D59D4782C28D296F6EC99BBED15E11720885A3005B217301FC42C8DECC5C7B79B9F5EB8E30815F1F79336B512B8D5856EF6E7973B723807FD9C1EA20696E80455F8BA4B3F60358287000EAD5DCBA1D56F6EFBC6E6E3D866E41BFBD9B3F8756111A5867FA6E7BF73BA1FA5B60BF3781BAF6F2AAB7FDA0736D3BAC0BCD761E2DB77F5F07D901C7FEE395D6836FBDA7AF057DB38BADADB91054FFD61D682A8236F109B34BDE4EC37BF1CA9B6D78733F7B73EBFED34DEFD99C0009B425303641F6CCCFADF9C5CEA335F03F9DF9ABFECC22941192DC79D1FCF02834F2508F230D6EAF08FCB3260EF26A355E85AECEBFFDAFD6DA2BFFC19A3FFF3E24A84765C1736535AC47F5DB2F41835FAB409AF07F605DA02089AE0A4FB4F21E7E4355E84DC8E3CEAE37BD19F9DF87EF03CFF024AB5FA19FECD12FD149E30D5841EBFBF9D6BFDF65750DD0EEFCF0185A46921057E0A60421371AADAD6F433D8B3CD5E3D9D67350957930E8B0CF54F82FAF363F3CF61A379BBBCF3A0B4FC1A1804645AAB5703D541E80A3337D1FFA11ACC67E442899D0D6ED19811C601CA02B100AB445B40B760A2A2B7EFF281A6A34BCE5BBDEC3EB3DA2170CAE6E7BBB3F377797BDA5ED5013DACB3BFE4361A3FECA9CB0CF086030F1103F31726DBE0411F60D35DF00EA5A4867736B263289E5EFDA6BAFC3D10E28140A33FF26ACE9DDBC015087F26C6DBE04C5CE2A4B73630BC86BAF2DB6D77E0CFD81502AE1101B6F92D135DB3F0C69CD0F0B7F4C4DF58CBDC0E717AE2CC9083C71E0CB3560E80B112D8CC2082E228C9A532B05A1C6042BD5F931C77011728C33573457ADB10A840492884BA023593A9120A17005828D2AAF38221471EBA5D285825536EB63DCAD0DBBF53143C424E1E330861A76D9188F1FB17A6DB49C1430440C6356A05261E8E225A8E08CB8AC56AE4C66C13810F27EBCFB31A0448B50A02A4D60389A340300CC12AB561DDB31592D082C43869C6AB59EF03A5E374A4E75945B596E842214255A94B51C22553526525313227B5547C47A153ECE9C8A68D966A52A0F9E8C04747C5D800834212184BE90F0007D96F8042FC133B35C776B9322A86455072459D006CAF6803630518618537CAC8DF201886B4DF8561DE7A5DA40B95EBB302074B63A103665F24A0DE25E6865481AD4B52B11FF1568ED62A15E340CCB223A9310D73094AE174D9BCB2A57751D5154B82468369D7107F4A62AE8069ECA95DA70AD1CE90200917C31CBE393C99731116B0F5DCC984B77C8DA0FAC2CC72690C2DA5B09849A69B12FE4CD6934D628ACA48DF6D7BB72E51200C36A35668E8E85BC5EBC1458902934A71A7012E423D522D139D688AD2A8423E8709C55A0422CCB48709200A0F2656A65422241CA117EAD94852F097DCB9EAE00AB67912F841847BC52C59275C9D22DCEF93179AD3AB57A68867D0CE3C4A2840388583ECF5BCEF396F3BCE53C6F39CF5BCEF3963F49DED235F42A5C51644C155337D5630EBD9653AD551CA39E3FFA66A26E4D3B66D49D9B43417005D9070B6645E330CA2A7253C34C451691949C1828090914BA77442082EC2F1D51AA5061EE888850A2EA49048F48216A280DEAC524ED0854A89758C5117131102762EC082DC78548DA8CB0B29D524944F0170B939C55C278B82BAAEF0DB0E13B732D27665754A887F18F603091AF55D46D08BB6D4DB70CC9ECE71F511CD18D68774CD4CBF97819FACEE13C60F3A3380F75E6E4380E29CBB0AC5A32522DDDB624AAE7B0ACC70900D2491AF9C6114686650BB4BCE4B8197987A467B8457211A33E6E038E52B3489B3945A675D35264422C48A8584E7E926493B29666FE516471A0947151423D52C6797C8F95DDDAE8A793B3C290C9B0694946E0BAFA52B2D8DFC83A4E584EA2A50399264599F6301D3D3A43D546DC6216356C26313BCF9BE9714EA7A184E5303ECAF06BD7FFF18FC95CA50E3F1E9ABF03384383D29E9C05340CD7DD9A531A76CB7FEF325F4E28D2354351598E58158DC62E5B4F79CC04311F67C0920A62DDDF511FC77EC9E1454B0D6E60035349D3683FDB04A3886E825347DD17387D34F3E880516A6FE62F24E62E2A1C0885B62712C1E41354CB60811549B7990AF66DE7787042636746D46E15388A0B07100E74659F4C0764C3D6552C491A4139119414AB3E4572C2777784998D55B859AF544498761453CF65F918069F5293E1D7668A616BB6A5632B47CE542631BF72AAF35170BCBFFF968A92168A359174FAE8E4072DAD57C65F1F9A989E760438DDE3506F55945F15912BFB2896C64D051B54D108378E33D77C5030A8F50783DAFE0E269D183F193D8B58870775D7A96552817A11294497908275DBC809850F352F9C206096815488DE2778C44A30CF9D4C620B95F95B9DC1F0663BC1BE0C562A09890957172BD918AB99A31101B5BA987577CBB561363E5E724C669444C3C063D9856FA5612731D9F459762DA5FB690449D52C579212D1D47E523C03DE9504BD00B341CE80B0447BEA45C64D599698C255828F3EF79D6027489D1C2B03CB8782AEEE7E091182FBF9C037529EE015373BA2D58B926D309D199A84E49CF05C490634390B61361BCEE02748B4B2D889A504C823E1610F7611B5FBC366F10AA8B1D58757A15CC41A27B242156C06AB36BDD81D9CBDF755EA86361C1DE34527F17EC07107ECB2D86DD5E7514F85BA431072A54FC025FE956396DDAC7CB9AE5858350C9D183C2F7A4B0296AC7C33AB8867205CD39409A3163151E0A3FBE0CB5D4A3D3D691E899C93129F2CD9AA615B44A5728E874392124F19A0CCBA79DFF2CB413E6EBCC29C6ABF202104A9D63E1FF79690DEE5E0984A24CE74533270CE3C1B92E3D54624A7C978B220B59FFEEF01DA71B5DFA63AD1A86253C392F655B794C803B53F55C160ADFC104A7F242AF6EEB05FD7A3E7A99C342659B6459101B9538E9C94444E4AD7689E2CFF9D81A83483736E20C33418D917A494C8D374544722E7A41C95AA58D432640B6B28679C9193590219778D343DEB42FB09D18428DD314F438ED4D05549C692A1527B5FE07AA93D4D691E83A8138B1DB824E95891114179F39834CE8265AAA7AE33B3AC7726D183AA51DBE21C53C930F6F75C594A4FC1851E959063795119DB86A5AA3636D59C78014BC9DE1AA9CB8B264BA5676380D8C6847362CAF400CF0574FA3777BDFFBBEB2DCE025A40737B79E7632D91951C56FDA878FE04C83B0C2587334A9B52AA589AA1DA39BBF3B0141B2546A86B9CEC5EFD3E1B397318A26C44B01A0E12FB8C503DD49EA6A33D065127E56825B178A24998980AC95B3D4964AAEA5D8367BCD9E08C864D137E88446526ABFB8F50099DA73A601E859C130B7F4CCE54AA2326E19CA112276B435897325B0CD2AD400765687B0E9705A8E44C38569D7D46F378F9991A52A96A32AEC88CCB395351285E43543299DAF964C57FD164856EDB180C416561D2D82B40124F562844CFCE64EF3153913F93BDB7217CD633D948479412859A0ACA593F57683C95ADA8CA11D3A753CA81CF73A77C5BC0BA4D88462CA649392B884A32A42BEAC7E74EA724CA3F77E6A4332A7393981CE3BC897229B64082E48FCE9CA22D75E789D359264E129764A66A168C8C790246C95208D28F98389D9A98CFF3A67C9122067913D7280CE639B31D44496CB67BF9F25079D3A9458CE769532A408BAB8A85998AB996B79F4AA5C9F26477C4F8A78E1565C275A2124957784EAE49926DC444A71F9D279D5268719E25A5E2B3C542892453836979C76B51721AA13BCD3DEC9E8B5392E0F98E8B434F0511C3B635459128CAD9CD4571225F45EA91EFD94CE3A954C2964A013E2DD718FAB1FB04023D06512725C79E93E17B9F1ACAAC7E1DAC67FB858FC1B9F4CFDB703F3E45382DCB3D4A8AD075F63F67376ABC7A96BD9E21EFEA854F2DE3F3E11548672E1B1F2D5758C8C878A50C41DB5835DD673B5E94888A28C3C4B048CE328B8C923D0A3433C9F6DF7D545BE85A7449C370FE9D053D47225DD02681F3C564FBEA2571354A745D45A104A21DAEF0F05214B10231CE6B4E701630B371B977BB07BC72DC5150CF5A665B7457BC5D2D8F05FBF52BFC6F75EE9A9385ECEE598B8F54382F44D7D7893E830B3D4239663652F309C782CA3C54BAE002917E7AFB369E24BBA7716AB359A914529D0A6118EC6E7368A0A774D277024D7FAF244E5CE4CC8D0EA10CFBFB8BDB191A884B00B35D7BE8D5CC2EF270B7FAA0CDEAA5DAD040A820A90F1B2F325366045BA64E594EF891D901A0E4CF637DFAC3F8C7D0E12AAF4C3826EFD6E17AC560EEF018F883112E52C082E0985746267B74B867AF44CFD2FAC14A9D6AF0C9EB75CC58BF00E5E4281D4EF3832CD219050B811A8C1A034D5EBF3F00E5FE77E09FF2C05FDDFA98F80B352E832FB9EC3DF9EE72E7EA4C56C17380EC53A7646133BB0135A33CFDEADEDBEAD0404FF9A4FF486AFDBDA2B4D78C79054AD9DF5FD80A1857F4BED7B8C4199963E215999E2D135D23DC26346FAF3556E21946ACA5E77BCFE21A8A63189C5D7783175D06673B2E73432BCC9857D7A686A35A130CEE35C7AD87ABE18732A8DEC3A87B1858CC48BF9892C01ED3CC61B60CF6FD06163536044A52AE0DFC930E84385F86F2D11FA8761922087F7EE7B23FBF123CBCB9DA5E7B79B9B971070A5FEE3466BCA54797DBEFDE767E7896B58118DB9C5D2134675748D7D466B71D442D8156A7650EB685D3602D321759D76D43D124C6642527DA96E3E5624A32C7E14FEF128A930EA5F68A9CB2D3039F6890E93DD1B8874DEC1DD0648421A7B17146C782DB0187064E30A2B9145CBD561E8321C262F1256422CC37471D3EC1E35BCA226D62454A4C66E8C834143327B84749DC83683A507D5E975609B8B3E14BF7D190BE930E3D5BEA2F6514F6523FFAE1B4E1F09853B260400ED8486D951515C9E026D74DA4E75D6990EE4F20D27EDBBB4FF9DA9F1E807AF654F4ACC91F0F0FCBB44D4921B26C4839DA96CEC1D33DF62A9DE8E53CBD8AD1BD3ED033E37C14BE035BB47945388CC80C6D6704DAC858A00B0AA913AEA818A9568E8E2467E3D5D4FE821BD704F5D19586B22A0ED00A56443C07AF2E14CA76E86E13ECDDA261732C6E22577435E7420284134BC7E9F88DBB3BC287E907AB44D66D8DA832CE199F5092E3653D4AD656A3BE9092ED2C7C9BDB1FB129D275CB30B896B3FF0DD138F047AAFCB1081642E753C8F4A610228312AB266379DC2527AF51E65E96E036BC2C6BF430381218E52DC3C2C896F34E6069C919362D8D63826BF6323D89EF494F7FC9EF876BA01806A71AB173F0C34AB28B56497D94D2CD9072187EA824515DA7B68DE49C33EB38F18538B3572B8DCEB35A08462A49992EC5EB4C9797E2D3E6D5F8E8B9B8EDAA9A4C704DF030361437B726FF3B401A0CFF7B8008104ADC1AE1C39633C2ABA27966A95835154B313035B0422D4A65C6984115992189DB2A7CB02515593AD5340502779DCA2A93102558D60C53CCE5891B5CABB5CA64D268180AD5D85765B73C3699F91F0672E1CA95FF07F8D42C62');
INSERT INTO "version" VALUES(2,1,'2024-03-01T08:00:00Z','0000000000000000000000000000000000000000000000000000000000000000','2adaa701ec87051f6dca64b1dfdc305f31cf0a9e103928ebbd463b9b70bf7d3d',X'789CED5DFB72D4C6D27F15D7569DBF12F36934331AC9AF92502E5D46A0CA7AD7672F4E38812A73B81982C1E44020B10971020927240E17271803E15D722CEDFAAFBCC2D723694723EDD8AC6F2124AEB8C2AE762EDDFDEBEEE9E9B9E8E35ADB3FCEA7DCC919DE6A47CD466DA2868E18B5776B51001FBD71E2B120085CCC3CC2036411E685AECB4C0C25DACD6ECBE7B5898F6BDD560485FD3A771B473A1F75E0B7291E44EE64E7C434FC5EEBF08F3AFF375D77A306FCC21B7E33881AC7E079B7138EDBA2A1E3AE492D78B0556716B1317C601E733D1470C3210EE1C8E28165609F59DCB53094F111B4E59DE8F0766DC2C4C87AB7D6E26EC05B820220EAD4BB2921F02DB9FE2ABEB4DCBBFD4D72E75E6F6536B974EFFD46EF871F104A96EEBCDFF8FDC55C32FB1CBEDB0CBEFFFEE2E2FB8DE4D7B3C9B3CFE22BAF36D6D79387D744FDF5A5AC7EBC72F77FB3B3953FD330CDF8D9AA9D2CCD2127B909CDFF367B7D5FFEDE6FBCDF88CF3DD958BF129FBB0F04E5A4BCBCD67BF079FCE9E58CB3E4B387F1F79F6EBCFC4F72E92590989C39179FFFB9F7C5D9CDD92F525EA18985B31BCF96376F5C5019FAFDC565D92214D83C737FF3E6FDDF5F7C212A647C255F3D4BE6578A424FEF6DBC5C8A572E26573E85CA0AD73630DDBFF00499F0AFDAAC94D9C68B2FE205F13CBEFB5D72E321B4BAB1F663FCEA8C28FCD3338436D6BECF0804A64C02DF64131959C08DCA7AF2D5D5DEE2CAFF664F5704D05FFD36BEFAB4FF6AB1BF7C7963FD7C260FD1C7B947C937B3423669455016E802AA67E5A99D7EFB77EFCAC3F8E1F964E922483C136226C1F8DB7F6FAC7D5292CCC61AFCFF747C673D59FA212BAAFCF6FC128865E3F9BDE476DAF7C2D978FEC6C6CBF9FE9997F1DD3BFD8597F1CA97F1F973F1CAB3786539F96A2D9EFB255EFF164A66C4258BABC04FD6687CEF2540BFB1261A04024128BDFB5780E1F8D16CBC74BFB7FEAABFF2AAFF702E7EFA7863EDD7F8D29799065FEEFD783DBE3B0FA212585F5DD8BCB9622223B9BDFCFB8BC5FE95C7F1F22D2168E0F4CC57F1F9A5FEF2BDFEEA6A72EB4AEFF9F9F8DC0FF18BD978EE6132F754907EF5267CEEFD0AF0DD0452FA3F9D052292B9EF01EA54D707700FABE6A52F7B0BE733027A373EEFDF9F45049B1BCF7F115C5EBE0854E6245EB9B0B1B6EEB023D63F80362D98BDEB8F32FE41056C0C40256BE7A0EDE4C66ABC3007D4A5E041B3BFCD2EC5677E8E1FAE65D57E9BBD9DA3B3766E73F117A05B0168FDB200EFC75B42865F9CDD587BDEFFF6340869F3EB5B4521700B0032B8838D57CBC9E99F325436D6E6E3AB97929BBF6460240F57E3B9FF0218D0F9E6ADC7C9A3C5F8D2FD64F634749E63B9341B2F007EB320FCAC9DF8F41208043AA620408C52012EF61E3C8B177F04038076FAAB5F831C36BF3E1B9F7FD25BB9299B0299836281B47AFF5DEF7DFE3265A8A074FDB2A074FD53E83F5EFC325EBFDE5FBDBF79E12AD0BBF9E05646ECC6FA5D50E7FEAB85FEAFFF11FAF3D3330C80A818C557BF1795EFCE0B593E7DDC7FF903E0080408D01E2F835D8015249F5DA874BD7611BACEB15A5916D0DCFE35B9F10D9412663CF72053FE0AB6BDEB4FFA3F3D4D9EDCDFBC9E4AE8F93C88447478F55A7CE3FCC6DA17F1B357F1B54BD0BE10F36717E2CB9F097777F35CB2B606C4438F6544D72E0A4453FF0458268FFEAD01B2F7E09378FE49A63E20C4810F290109AD4830A021204A28BA69014EF1C5793095CD970B20DDCC4E3244754808A37B702BD3F10C092D06A2871C861480CD0BF34242A9F180D081ECF8DA7DE12A16AE653809F77B611DFC07349ACC7E9775A0C5E3BBB3FDCB675454724687440934808B115CC6EB3780C778E57232B790D5CCF0C91C7AC5710B8B995D10B5C05F3CBA113F5D06075BA6245E5C044AE2E7EB20F8CD1BAF921B73C9D23A383B41C9603C12A80D861E011C78A1E515142FCCE7D69239C86BB7523F3A2F5469FD8A03BDD20C10E19C87C61A511624B42C5C42FFE169A1526B6784B387CF697BD9E7FEEA9DFEEA37A0DEB964CA8D807BCCBB124A7FF387DEF3B3BDE7178461080B59ED2D7D92D5147AB67F833DF003C38C90F677D7410D849A65FCA4A10840100366DF5D17A369F95741FDFC55F930250C18178D8D3CF4A79520A43A0E519488F23A51A79E867B336EBD2BE2BA3D062222F29B761BA2C576C76D4164C6B0880FA13387C8606DAF9D9C82B8AFCD5B91880A0BD28743C0616A8C9C186B9BC0316D3E68FADD29DEE84C36BA539E88371BDD7A7D101F4F36DC293E78E4763BC79BB28027E253BF05956A13EF1D850AD1B186DB69B64E0C0AF875B7DD8EC2C8773B69689E3D8DDAED6E8AC309EECAB6065D2304D4363B6E5D52511171CE545A2EE36A10FAA6BC4C77BD7AD43ECE03555A22B21B37EC71E40C4B095B798BA4905335FE15B1778B4FBB514BB41BBAF5364F9F1C4BB9FAB806330229A24C5C351972438F753EC3EB6282D1EC363A274490EFB6A3B6982F8C35C3313236D384985F7CEC1CE76330CFF0E15B7B9AD73B63CD6EE7DD31A1BFEDB1AC299FB73A300F8156268C238E7D2A97660B5A7BAFD61D471635306714D1C0AA1D1524FAD17404D0A6CA032C345B9DC94E130A2B5650B64E8D563B662E22E6B042AF2BD540F8A536B7B26F5DFB76DEBE6D94DADFB2896A5F156F31DC856DC82E1051BBA8D63C754AE831941C9292CEED683A42B22393161D692BEBB850DC97A67173A0AB3636AB5CA835532EFCE6F4898C0BF8322526AFBBE0C719F4880CBCDFEC20834863365EC30E28BADBE9B8FEF1A94C99DF3B9ABA455FF89576CA583ADF6F8F53CBA418E6D3A16F8939FEB4DB820A03DBCC0DD110F2687D50783A6161E9943EFBDA6A8A71221B37B6F4AA08D1C309F95E27E499D2E4D0B901250E354D978137DD1B74EDA8D3CDC69C61AD13B8A5089A6631861C6606B6CA0C9420B29069726A63165AF6081049A1A7A2CE855EF8912CE920065789A25203CB1ACAA0A02428D241F9B570173D639B547A3E4C77BC95E98E924632865DC7A78E1FE251FC7D11F6D944EA4511F8659914BD46A6E5B21A8E3216EAB22E8A6A4EB79A5E9D4FB53581A7A4801252A1E03097F3D7C9E594D435B0439B1936B74DDF57D475589173D5453AD57506932062147193D409BDF6A645F34A853FD5EACF68DA5B1041AD6122FEF48A591ED67CEC50D70FB019D0DDA2928A211788531248AAFF5BA0228AE6B34F05952D6C652460143AC4BCAA4AC71F6F8765497B2484391222CC33762D69395FA4062AABDEC52D259D16CD2B15921E760DA3C9B8A04071DD7F4A878310C21C5BC4B018DBC9F8983296B3A88C8F695E7A0B099381E251AA4CE7941CB622DB16F79B5330970BDC6C063724E2A27F66D14AFF8779F1C3BCF89BC88B970C0B33C21DC410311C56F6641593DBC693512A8D8CB25147F2B46856C92A9C8F56E9776470052D8E394CCBC11B553917E0A73B28026A6263D7D295794BEAD05147E4B4689636570697613BDF9168252116B6860979534EA43C4E04CC470609996578BB15B82573E91676461D98D3A2592552A034ECD776227085101B6BC6E737ED34CB53029F040EB2B163B964D792B7B164B8A461996FDE42F272426B29163FECC777247949883A6CFF6D07092BC4964919F63CDBD8634A3388DA9D56E475F569AE54DAF9D2403128FCA51672D3450D503CAEE4FB837133C0C4770DE2905093AC1F7571EF834814AA4D37A386D8FD97D72EAF1BA6ED941F1D6BB98091DB8AC47A1CD026D6F6069307B90EF96E2D8CEA75B170F8DED1A165C4D28A1E3A02BAE0BB8D201AB0292A74B3F652D2A46A05E3DC093C875BB68139D264B9CD813E206CEB5857F3D88A0480A1635C2301C31E9680B9BD04A2467B3A5BA0D92711A42C2A12B0886DDB147BA665314DE217CB94335626104A7257613BECFEEB5F2786D846F0370AF0E93AF680EFCC6825BFD98FAFE1DA3822A28E51914794316450D7330253C3371DCC4D4DCB50264E82EFED551D0D738C00E5718CDE34C79EEB61CE88E710D3D018391AA4B6B0B2262733DCA3D8B7B953EDDE25CFA3B3CC2086C1C420340888866519AC636AFD4540E604037ED8B031F53529175366CA94014EE6035F0B32CD385441A63AA6FF50902D6212E285C8E024D4B04C648A9514E17496D2DCDA776544A7D5B28F23F3B707D79CD230D96D74A2FA64A3F9A1CAA3111A86E3DB56E8041A2F4DD9609CA2362AD9EE60DAA8701A4060548F1A5CCBACB45CD3DA7E5C525A394875C6D8F21C1C7826451A6C2D24673DA6A918703E87FB039986E8B3D9E81CAFBD9B5678AD08EC2D2590EE6E826AEA486506416870DFE1A6A7910195536D25635E4CB6762C048D390F78FB63B1E7B658230F68E8B85413AB2399DA4405DFCA4466878C3BE0CAFE1C2A6F708C6C64FA81AD639B0E0232466989ED6C52F55A17EE8C9B5517EE8CA7E9A132EB1DDE1807F6DB073E76C1836E23EA28F391CA0EBCE1E04C462A4568B6FD5E20452A626761903395EEF7CBB6FE094EFED975C1F7865131894CAD71F065CAEDF8C773323ADD76AA11AD68266D0D586C3622DFAD4FA61C34C72D9F86D4091998AE5DFABDBAB3514F6FB5462EB9B6DF6CF1815807FB1FDD7AE4B6C7A2C658D81427B12AF2FEF800681B858C74B7598E748AEF913AFF28F29BCAE4A33B4E439FBBCC0D2CD7D604E17254638581ABDB2C1454FD26A8254C9366B80AADD8E606332740A8822E105BAFBD16DE46B333E94E4FD741365E9D0FA19CAB48457ABAA765F4F26DBF99D86471C542AA824B0D45E43214C9F98ECD0212DA769638DFC386C3D7C8506E7E7DBB65C85D204C911F73716893D0F31DA699198CBEA9F2EF293DE4B95688021B119DDD2224F7979B1AE96DE78CB7B4D83DFB63CE61A26F6186091AD9E7EDC80D8BDF77E4857749D1089D8FE67B1DDF60814FB965710D86724101290B0AC349DDEDC06C77A7796B266A37DFE6D175C7B01EC8E0BA0B7C6D1B518C428A2D47337542725A0CA54AC711CA8B306F065FDBA09CD94180918FB7156295DA8344760F44ED17A68E1998D4B23CC3E53A9B955341A4242D95CDD20A9882F81353CD6E5B05344F366BE2A50C4A0929427FE6D16A680EDD1DC71E71AD8032CB3075C6602129B8620741795FF9BEC9CE246F99EC10B519FCC76D9FEB32E57275C85496ABE57EEFBF4B8C5E8D907C629290D8D446582734A970A6551A5DE5CEF6EDFCEE74CB8DDAFB1F22D984076025D4F63DA2F36FF1E2CB78E5978CC264F63910293D5E41F6813AE0FD2170BF9C3121C8B709F108E1BA2485DC1760DA4ADE7970F2E00DE01B86CC40DCF1196674DBF1AB20F2B56816024C4F5C8E00E2AEA8D8BAC361A4F2E7CAA0C9380B3CD7608463DDBA973C90A04E560ED30C99EFF73D44093618776DCDDA8A3C104A50F928E56033DB766AEEB7A24EE41F84A6130B03E09C184EEA7CB7D6B182CE83F45BBB2267BFBC5480DDC0C6C4356DA2D9DA4130950B82C50E07B9FFF0CDC01706A11FD826F302EE6C2BAF82CE837054BBA1624F8E0A53D7329011783ED764FE89258D8D954E5F577638BE19CC986304B6617ADCB1FDD74C7BCBD41EA4E1ED81A8FD32BF905116628683C071350BB7D28152A42E6016871C5E37EDD87AEC814AD14C1474DDB76808920C942620961DA2D00B43E4234D2C4DE51625AAB830ED46D4379279B40DEA314C6C1B736F7BEF3F4CEF01A733F640D77ED987697BAE6338CC75753B0FA9DC90492D67C701468BB7A79B8D762454FA30C238C00883402C6FDBA183344929CA06ABB594E19D45180788DFDF35C4808E98389F1992403317B20C79C4C2B07719621C2068873186DE00C1EE91E5FAD8455A50E58942AB9CE9DFD9F87880B81E8E90DBA1CB026638DCC24E60EBB67F59125D66EE721DE760A13D5CC8D12DCEC178E93B16FC8F6B6E53B31C7910C9B186F76F8CB0EB604B40DFAE945435AB4E38C52EA301377CCDEE664BDEA6C0942B1D76B259E32F2A36EE730A22E3DCE39AD52F26F7D331D3DAE552FFC1EDDB385CE91FC19978D4249E4768A049D232220F1312E77027C75B882F4C1042CC7CC450A8DB2539DAC592DB0DFF5BEC51DB73BC1E780E460EB81E4BBBC3498CAAE71E15A36DF9FECC030CD9F744D7BE45ED968F3C97FA8EADDDE7BDF3EB3CDF00C201F53C8B3A1419CEF611F236F7981E1CCEFB41DD7EA1ED3ADCB77D8359D8D3244946BF59F50D806C989C5A0673A9956E351E16634A63C95CAEDDFAC340DE0FEAF60B642BF031E7306A185493CCDCD1ADB67FD37DC5E00E991B32D7D31DC71EFDE6DEBF93F4A001B7E14E1F6FB6DCAC3979E3963C50333DCEB04F18313035752184B28E8F8936CDBE975BE6041CF925C393FA0BFCF67CD15E039011227C2FBF9D5B3476545CC99EDFD85C0323E6ED4EEBC4E487204C715CEFC366EB83C9B61BF24E7A5C6F7002A9BAE5017E8A1AC7C1377694034E258DE9363E68343F4C4FE7B7F83FBBBCE19F283D0DF8B116E7598E367DF55176357906D500DAEAC15DF889CF440134C633AF975E8DAE30B71D844AEAB656A84C2EE389B14C5647645B1363C9A57B9BB3A74F6EAC5D824F27E3ABF39BDFCE9D14F7805CBB74325E7E201E8A6F772F9CCC2EAD3B09C8A625AFDD4F7FBB792F2FD25FBE7F32BBB9F964EFFA93F49FC5D5DF66BF4D4D3CE76108892146E41165E576FA4C11157632688F945B035606E5647F2AD0C39D212C3B2B5C72A6E9C39D294D4D8C0D0A0154A5036F96AC25DCCDC498B446E9E6A6C7B1175AA6816D83334DF647D99341CDE11593D12F6AFC3318DEB1E60C6F35D2F72234610E99DF7853B6B8D21695DD5A1C0CC5D07B375B1E1FD5E84A47C7776174CAEE19FA67363A3D0A3BE7277DF9C7C4586E0FDA568133E50EE461FB7094F39FD961D323A1DBAD7726C1BA828931A9B9D2585C6E53C366D47002CDB515CAAE1867BB5D31BBBF84536345959B4EF7E346D2C29006B91671E54BC9943A2DB7D116FA53319FD2B6A13F68C0DAC25654DA35F77D1A1AA8AAA2CE95233718A54150ACC7CB1BEBE7B3A227D57A6045F3E217F87BF6C9C9DE9D27C9E38B2277FFF3D393C9ED27C9CDAF36EF3C01170646F3555E213E3F5F7C119FD6D7376FAE24ABF7A0A9D98AF11472D7689FC499210567A17AC3E3876C68626C5064C83AE816E691720F0CA755AA1788C940AF351E0496486BA0D0D49D9C56F653D8B636D0DBC5ED831A03A95CEBB8E7EB17156DAF6C18A96C3F10C1B0F23A0BB90781E8D81E8937A1F48383FF959B2206CF2785554CEA6FEA00C43FCC5E2CF3F120309FD4C7E48379A7E0F59D4CFDDFE934A723FF1D708C5123DBC655BA44C2144A5A69B4125AECBC51942A586E84E9EB8478300EDE64AAF0C9AD71E653CC6C1F11DFD24C27946D04E579DA81DCC5A851BFCABD977BBB9F520D54D4DD137A55B364F85AE27D3FD8DCA92656EE4ED946132B436C4969B6D5164646D196902393126A0484E856ED8AFD09CCD97E7FC27E5E24A9519BCAED9D7BBB6553519BCAFE8CCA92FE167A24EFA652A5B28FDCEBB529BDFC45AB4D955B680A6D1A41013C6ABAAE1732E6199AE467B1DACD2C73382FF676DF67A99B8395AF2ADDDB95A28A9A55F6145456CBF56AC6E485EE8C145DBD1119A70A33BC666969327D3B8540A7EBF97D3F5A5DAFDC3C3482AEA7D23D1EF1193E78B556AEFCEE38C521250C1BD4629A751EE524A0AD3F09B89B77DC5434A37418F1A832D9383A1C6D6687CF26A7A23ACCC6B2CE0A5376C711C614FB3830FD5093BA280EBD61F5FD007B7BDD4E8599D2B1BB91989918D3359AC6D12160D890B39B303A064D29E835C6036A19B6E7FB088437CCAF72E29A1681657AE25A509DBFC70DA597BE09166AE9E67E68A7198A8F83375815026E8CBB0E44170665363134D35DF5A4721137A72795950E4DA2ED50E494959E7CC709DC001B086959932112728A01287B1396D2153C18A52F1707080C01FB308068D446068CA6511841FA5223A52B6A8FD2934D1883E8D7F742A43337267B520ED1B0F4BD97B223A6F4237ED1F6E3116E50DFF65D666BD67A4C5B67D685710E804286DAD7ED657D5F86474CC3F33060A5394482CD410A04E3628367FEAE29550DE1892A41F851DB1BE6100685B61DB040A31798C8DBB79418287D7B95D297F82E7BFAC7165C811D63C7C324F0345718613943C4CA6506E9CBAF947E6CAC37ADCAFBB16A65F6500841150988AE5B3943C696BD4755741CE2803A868EE3EB2EA694D75B81C6160656C60C8F0298CF6C6E1930F47BBA0B302D79B1ABA59C311AA99FDAF084459524F7B11520971AA1A3DB7764C8315C316A1154A83AA9F42B7E1978C672D8913B6B71CFDC6014E6E2B6EFB65CF09AE10D37CD457D5C9B81A13A7DA36CCD3802CD439322B355E7C13118E4A363BC2DFA72038619C461C48349122656605910A2BA9E454C17191CA600C40C0D8602114F114C41B82673218CA7606D9E2FD8152FAE4D971E068D664B761DF7A366A3397562B2A0C3AC9D3AF5FF1B0C0531');
CREATE INDEX event_document ON event (document);
CREATE UNIQUE INDEX assigned_code ON assigned (value) WHERE field = '档号';
CREATE INDEX bulletin_published ON bulletin (published);
CREATE INDEX unit_surface ON unit (surface);
CREATE INDEX unit_name_document ON unit_name (document);
CREATE INDEX problem_code_document ON problem_code (document);
CREATE INDEX recommendation_deadline ON recommendation (deadline) WHERE deadline IS NOT NULL;
COMMIT;

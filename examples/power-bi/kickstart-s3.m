// The tables of Kickstart S3 for Power BI and Excel: README.md beside this file tells how it is put to use.
let
    // Where the service is, without a slash at its end.
    Service = "http://127.0.0.1:4000",

    // A table of it, as far as the feed token may see. The token is asked for once, as the key of a Web API, and kept by
    // Power BI or Excel; it stands in no query. Conditions narrow the table, such as [stage = "PROJECT"].
    ReadTable = (name as text, types as list, optional conditions as record) as table =>
        let
            Answer = Web.Contents(
                Service,
                [
                    RelativePath = "export/" & name & ".csv",
                    Query = if conditions = null then [] else conditions,
                    ApiKeyName = "key"
                ]
            ),
            Rows = Csv.Document(Answer, [Delimiter = ",", Encoding = TextEncoding.Utf8, QuoteStyle = QuoteStyle.Csv]),
            Named = Table.PromoteHeaders(Rows, [PromoteAllScalars = true]),
            // An empty cell tells nothing, and is no empty text.
            Told = Table.ReplaceValue(Named, "", null, Replacer.ReplaceValue, Table.ColumnNames(Named)),
            // Decimal points, whatever the machine's language.
            Typed = Table.TransformColumnTypes(Told, types, "en-US")
        in
            Typed,

    Ideas = ReadTable(
        "ideas",
        {
            {"technologyReadinessLevel", Int64.Type},
            {"nextDeadline", type datetimezone},
            {"enteredStageAt", type datetimezone},
            {"daysInStage", Int64.Type},
            {"createdAt", type datetimezone},
            {"updatedAt", type datetimezone}
        }
    ),

    Calls = ReadTable(
        "calls",
        {
            {"opensAt", type datetimezone},
            {"nextDeadline", type datetimezone},
            {"budget", type number},
            {"grantMin", type number},
            {"grantMax", type number},
            {"fundingRate", type number}
        }
    ),

    Applications = ReadTable(
        "applications",
        {
            {"callStage", Int64.Type},
            {"deadline", type datetimezone},
            {"submittedAt", type datetimezone},
            {"decidedAt", type datetimezone},
            {"requested", type number},
            {"granted", type number}
        }
    ),

    Milestones = ReadTable(
        "milestones",
        {
            {"dueOn", type date},
            {"firstDueOn", type date},
            {"slipDays", Int64.Type},
            {"completedOn", type date},
            {"overdue", type logical}
        }
    ),

    Indicators = ReadTable(
        "indicators",
        {{"baseline", type number}, {"target", type number}, {"latest", type number}, {"measuredOn", type date}}
    ),

    PipelineTypes = {{"asOf", type datetimezone}, {"ideas", Int64.Type}},
    Pipeline = ReadTable("pipeline", PipelineTypes),

    // How the pipeline stood at the beginning of each of the last twelve months.
    FirstOfMonth = Date.StartOfMonth(DateTime.Date(DateTimeZone.UtcNow())),
    Months = List.Transform({0 .. 11}, each Date.AddMonths(FirstOfMonth, -_)),
    PipelineByMonth = Table.Combine(
        List.Transform(
            Months,
            each ReadTable("pipeline", PipelineTypes, [asOf = Date.ToText(_, "yyyy-MM-dd") & "T00:00:00Z"])
        )
    )
in
    [
        Ideas = Ideas,
        Calls = Calls,
        Applications = Applications,
        Milestones = Milestones,
        Indicators = Indicators,
        Pipeline = Pipeline,
        PipelineByMonth = PipelineByMonth
    ]

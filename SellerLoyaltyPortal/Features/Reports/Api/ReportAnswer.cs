namespace SellerLoyaltyPortal.Features.Reports.Api;

/// <summary>A report that can be asked for.</summary>
/// <param name="Name">In its address; the same in every language.</param>
/// <param name="Title">For people.</param>
/// <param name="Question">What it answers, for people.</param>
/// <param name="Inputs">What it can be asked with; each has a value of its own where it is not given.</param>
/// <param name="Tables">Those that every report of this kind has; some have more of the same form.</param>
internal sealed record ReportAnswer(
    string Name,
    string Title,
    string Question,
    IReadOnlyList<ReportAnswer.Input> Inputs,
    IReadOnlyList<ReportAnswer.Table> Tables
)
{
    /// <param name="Name">Of the query parameter.</param>
    /// <param name="Kind">day (yyyy-MM-dd), amount (whole currency units), percent (whole), choice, program (its number).</param>
    /// <param name="Choices">For a choice only.</param>
    internal sealed record Input(string Name, string Kind, IReadOnlyList<string> Choices);

    /// <param name="Name">Of the table in JSON and in Excel; the same in every language.</param>
    /// <param name="Title">For people.</param>
    /// <param name="Columns">Tables of cohorts and heat maps have further ones, one a period, day or discount.</param>
    internal sealed record Table(string Name, string Title, IReadOnlyList<Column> Columns);

    /// <param name="Key">Of the value in a row.</param>
    /// <param name="Title">For people.</param>
    /// <param name="Type">text, number, money (1/10,000 of the currency unit), percent (a fraction), date (yyyy-MM-dd).</param>
    /// <param name="Unit">What a number counts; may be empty.</param>
    /// <param name="Meaning">For people.</param>
    internal sealed record Column(string Key, string Title, string Type, string Unit, string Meaning);
}

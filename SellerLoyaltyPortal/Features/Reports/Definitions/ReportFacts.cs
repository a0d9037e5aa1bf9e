using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>The facts and notices that every report gives, and the words of its parts.</summary>
internal sealed class ReportFacts(IStringLocalizer<ReportsText> texts)
{
    /// <summary>A ledger whose last purchase is longer ago than this is said to be old.</summary>
    private const int OldAfterDays = 30;

    public string this[string key] => texts[key];

    public string Words(string key, params object[] arguments) => texts[key, arguments];

    public ReportFigure Text(string key, string? value) => Fact(key, ReportType.Text, ReportCell.Of(value));

    public ReportFigure Date(string key, DayNumber? value) =>
        Fact(key, ReportType.Date, ReportCell.Of(value));

    public ReportFigure Money(string key, Money? value) => Fact(key, ReportType.Money, ReportCell.Of(value));

    public ReportFigure Number(string key, long? value) =>
        Fact(key, ReportType.Number, value is { } known ? ReportCell.Of(known) : ReportCell.Empty);

    public ReportFigure Percent(string key, ReportCell value) =>
        Fact(key, ReportType.Percent, value) with
        {
            Decimals = 1,
        };

    public ReportFigure Fact(string key, ReportType type, ReportCell value) =>
        new(key, type, value) { Label = texts["Def." + key], Note = texts["DefNote." + key] };

    /// <summary>A result of a calculation: the texts <c>Calc.…</c> and <c>CalcNote.…</c>.</summary>
    public ReportFigure Calc(string key, ReportType type, ReportCell value) =>
        new(key, type, value) { Label = texts["Calc." + key], Note = texts["CalcNote." + key] };

    /// <summary>What stands at the head of every report, before its own facts.</summary>
    /// <param name="request">Who asked with what; all inputs must have been read.</param>
    /// <param name="sequence">Of the ledger that was read.</param>
    public List<ReportFigure> Head(ReportRequest request, long sequence) =>
        [
            Text("Seller", request.Access.Name),
            Text(
                "Filter",
                string.Join("&", request.Inputs.Used.Select(i => $"{i.Key}={Uri.EscapeDataString(i.Value)}"))
            ),
            Text("TimeZone", request.Access.Calendar.Zone.Id),
            Text("Currency", request.Access.Currency.Code),
            Date("LedgerFirst", request.Day.Ledger?.First),
            Date("LedgerLast", request.Day.Ledger?.Last),
            Number("LedgerSequence", sequence),
            Text("CreatedAt", Display.Moment(request.At, request.Access.Calendar)),
            Text("PortalVersion", PortalVersion.Text),
        ];

    /// <summary>How totals count.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="version">Whose rule it is: see <see cref="RuleVersion"/>.</param>
    /// <param name="asOf">Last day of the window.</param>
    public IEnumerable<ReportFigure> Rule(EligibilityRule rule, string version, DayNumber asOf) =>
        [
            Text("RuleVersion", version),
            Date("AsOf", asOf),
            Date("WindowFirst", rule.WindowOn(asOf).First),
            Date("WindowLast", rule.WindowOn(asOf).Last),
            Number("WindowDays", rule.WindowDays),
            Text("PriceBase", texts["PriceBase." + rule.PriceBase]),
            Text("ReturnRule", texts["ReturnRule." + rule.ReturnRule]),
            Text("Boundary", texts["Boundary." + rule.Boundary]),
            Text("CountDiscounted", texts[rule.CountDiscounted ? "Yes" : "No"]),
        ];

    /// <summary>The running program with its version, or that the rule is the portal's default.</summary>
    public string RuleVersion(string? program, int? version) =>
        program is null ? texts["RuleDefault"] : texts["RuleOfProgram", program, version ?? 0];

    /// <summary>What a reader must know before trusting a number.</summary>
    /// <param name="request">Who asked.</param>
    /// <param name="asOf">The last day looked at.</param>
    /// <param name="emptyWindow">The window, where nothing at all was bought in it.</param>
    public IReadOnlyList<string> Notices(ReportRequest request, DayNumber asOf, DayRange? emptyWindow = null)
    {
        if (request.Day.Ledger is not { } ledger)
            return [texts["NoticeEmpty"]];
        var notices = new List<string>();
        if (emptyWindow is { } window)
            notices.Add(texts["NoticeNothingInWindow", Display.Range(window)]);
        else if (asOf - ledger.Last > OldAfterDays)
            notices.Add(texts.Plural("NoticeOld", asOf - ledger.Last, Display.Date(ledger.Last)));
        if (request.Day.OriginalPeriod is { } original)
            notices.Add(texts.Plural("NoticeDemo", request.Day.DemoShiftWeeks, Display.Range(original)));
        return notices;
    }
}

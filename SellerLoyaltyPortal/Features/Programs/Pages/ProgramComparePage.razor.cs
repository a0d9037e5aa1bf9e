using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;
using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>Up to four offers side by side: on one curve and in a table. The choice stands in the address.</summary>
public sealed partial class ProgramComparePage(
    ProgramList programs,
    LoadComparison loadComparison,
    SellerDays days,
    IOptions<ProgramLimits> limits,
    NavigationManager navigation,
    IJSRuntime js,
    IStringLocalizer<ProgramsText> texts
) : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly List<long> _chosen = [];
    private IReadOnlyList<ProgramDetails>? _programs;
    private ProgramComparison? _comparison;
    private ConstructorFigures? _drawn;
    private IReadOnlyList<ThresholdPoint> _points = [];
    private SellerDay? _day;
    private DayNumber _asOf;
    private bool _busy;

    /// <summary>ISO 8601; without it the seller's default.</summary>
    [SupplyParameterFromQuery(Name = "asOf")]
    public string? AsOfInAddress { get; set; }

    /// <summary>Numbers of programs with commas between them.</summary>
    [SupplyParameterFromQuery(Name = "ids")]
    public string? IdsInAddress { get; set; }

    private IStringLocalizer<ProgramsText> L => texts;

    private IOptions<ProgramLimits> Limits => limits;

    private IReadOnlyList<ThresholdMark> Marks =>
        [
            .. _comparison!.Programs.Select(
                (compared, i) =>
                    new ThresholdMark(
                        (double)compared.Terms.Threshold.ToDecimal(),
                        compared.Answer.Buyers,
                        Letter(i)
                    )
            ),
        ];

    private IEnumerable<(string Key, Func<ComparedProgram, string> Value)> Rows =>
        [
            ("Threshold", c => Display.Money(c.Terms.Threshold, Access.Currency)),
            ("Discount", c => Display.Percentage(c.Terms.Discount)),
            ("Buyers", c => Display.Count(c.Answer.Buyers)),
            ("ShareOfBuyers", c => Display.Share(c.Answer.ShareOfBuyers)),
            ("Revenue", c => Display.Money(c.Answer.Revenue, Access.Currency)),
            ("ShareOfRevenue", c => Display.Share(c.Answer.ShareOfRevenue)),
            ("Near", c => Display.Count(c.Answer.Near)),
            ("Subsidy", c => Display.Money(c.Cost.YearlySubsidy, Access.Currency)),
            (
                "Uplift",
                c =>
                    c.Cost.Margins.BreakEvenUplift is { } uplift
                        ? "+" + Display.Share((double)uplift)
                        : texts["CompareUpliftNever"]
            ),
            ("Bound", c => texts.Plural("LifeDays", c.BoundDays)),
            ("Committed", c => Display.Money(c.Committed, Access.Currency)),
        ];

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        try
        {
            _day = await days.GetAsync(Access, _leaving.Token);
            _asOf = _day.AsOf(DayNumber.TryParse(AsOfInAddress));
            var all = await programs.AllAsync(Access, _leaving.Token);
            var known = all.Select(p => p.Program).ToList();
            var asked = (IdsInAddress ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(text =>
                    long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1
                )
                .Distinct()
                .Where(id => known.Any(p => p.Id == id))
                .Take(LoadComparison.Most);
            _chosen.AddRange(asked);
            // Without a choice: what is running and the newest drafts.
            if (_chosen.Count == 0)
                _chosen.AddRange(
                    known
                        .Where(p => p.Status != ProgramStatus.Ended)
                        .Select(p => p.Id)
                        .Take(LoadComparison.Most)
                );
            await CompareAsync(known);
            _programs = known;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left the page.
        }
    }

    private async Task ToggleAsync(long id)
    {
        if (!_chosen.Remove(id))
            _chosen.Add(id);
        _busy = true;
        await CompareAsync(_programs!);
        _busy = false;
        await js.InvokeVoidAsync("portal.rememberAddress", _leaving.Token, Address());
    }

    // The day is the portal's business too: its links keep it.
    private async Task ShowDayAsync(DayNumber asOf)
    {
        _asOf = asOf;
        await CompareAsync(_programs!);
        navigation.NavigateTo(Address(), replace: true);
    }

    private string Address()
    {
        var ids = string.Join(',', _chosen.Select(c => c.ToString(CultureInfo.InvariantCulture)));
        return Access.Href("programs/compare")
            + "?ids="
            + ids
            + (_asOf == _day!.DefaultAsOf ? "" : $"&asOf={_asOf}");
    }

    private async Task CompareAsync(IReadOnlyList<ProgramDetails> known)
    {
        if (_chosen.Count == 0)
        {
            _comparison = null;
            return;
        }
        _comparison = await loadComparison.RunAsync(
            Access,
            [.. _chosen.Select(id => known.Single(p => p.Id == id))],
            _asOf,
            _leaving.Token
        );
        if (ReferenceEquals(_drawn, _comparison.Figures))
            return;
        _drawn = _comparison.Figures;
        _points = [.. PointsOf(_drawn)];
    }

    private static IEnumerable<ThresholdPoint> PointsOf(ConstructorFigures figures)
    {
        foreach (var step in figures.Curve.Steps)
            yield return new((double)step.Total.ToDecimal(), step.Buyers);
    }

    private string OpenHref(ProgramDetails program) =>
        Access.Href(
            (program.Status == ProgramStatus.Draft ? "constructor/" : "programs/")
                + program.Id.ToString(CultureInfo.InvariantCulture)
        );

    private static string Letter(int index) => ((char)('A' + index)).ToString();
}

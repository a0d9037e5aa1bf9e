using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Overview.Pages;

/// <summary>Revenue by month as columns: buyers who had bought before at the bottom, new ones above.</summary>
public sealed partial class MonthColumns(IStringLocalizer<OverviewText> texts) : ComponentBase
{
    private const double Left = 64;
    private const double Right = 1032;
    private const double Bottom = 212;
    private const double Highest = 10;

    [Parameter, EditorRequired]
    public required IReadOnlyList<MonthRevenue> Months { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    private IStringLocalizer L => texts;

    private LinearScale Y { get; set; } = new(0, 1, Bottom, Highest);

    private IReadOnlyList<double> Ticks { get; set; } = [];

    private IEnumerable<(MonthRevenue Month, double X, double Width)> Columns =>
        Months.Select(
            (month, i) =>
            {
                var step = (Right - Left) / Months.Count;
                var width = Math.Min(step * 0.62, 44);
                return (month, Left + step * i + (step - width) / 2, width);
            }
        );

    protected override void OnParametersSet()
    {
        var highest = Months.Select(m => Units(m.Total)).DefaultIfEmpty(0).Max();
        Y = new(0, highest > 0 ? highest * 1.05 : 1, Bottom, Highest);
        Ticks = Y.Ticks(4);
    }

    // A month may have taken back more than it brought: nothing is drawn below the axis, the table says it.
    private double Height(Money amount) => Bottom - Y.Position(Math.Max(0, Units(amount)));

    private double Top(Money amount) => Y.Position(Math.Max(0, Units(amount)));

    private static double Units(Money amount) => (double)amount.ToDecimal();

    private string Axis(double tick) => Display.MoneyShort(Money.FromDecimal((decimal)tick), Currency);

    private string Amount(Money amount) => Display.Money(amount, Currency);

    private string Tooltip(MonthRevenue month) =>
        L[
            month.IsFinished ? "MonthTooltip" : "MonthTooltipUnfinished",
            LongMonth(month),
            Amount(month.Total),
            Amount(month.FromNew),
            Amount(month.FromKnown)
        ];

    private static string ShortMonth(MonthRevenue month) =>
        month.FirstDay.ToDate().ToString("MMM", CultureInfo.CurrentCulture);

    private static string LongMonth(MonthRevenue month) =>
        month.FirstDay.ToDate().ToString("MMMM yyyy", CultureInfo.CurrentCulture);
}

using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// What the squares of the heat map show, in one unit for the whole table, so that they are narrow and compare at a
/// glance.
/// </summary>
/// <param name="ShowsUplift">The growth that makes up for the discount, instead of what is paid.</param>
/// <param name="Highest">What has the strongest colour: money, or growth as a share.</param>
/// <param name="Divisor">Of money: 1, a thousand or a million units to one on screen.</param>
public sealed record HeatScale(bool ShowsUplift, decimal Highest, int Divisor)
{
    public static HeatScale Of(CostGrid grid, bool showsUplift)
    {
        if (showsUplift)
            return new(true, grid.Rows.SelectMany(r => r).Max(c => c.Uplift ?? 0), 1);
        var highest = grid.Highest;
        return new(
            false,
            highest.ToDecimal(),
            highest >= Money.FromUnits(50_000_000) ? 1_000_000
                : highest >= Money.FromUnits(100_000) ? 1_000
                : 1
        );
    }

    /// <summary>In the reader's notation.</summary>
    public string TextOf(CostCell cell) =>
        ShowsUplift ? (cell.Uplift is { } uplift ? "+" + Display.Share((double)uplift) : "–")
        : Divisor == 1_000_000 ? Display.Fixed((double)(cell.Subsidy.ToDecimal() / Divisor))
        : Display.Count((long)Math.Round(cell.Subsidy.ToDecimal() / Divisor));

    /// <summary>For a table of exact values; null where there is none.</summary>
    public decimal? ExactOf(CostCell cell) => ShowsUplift ? cell.Uplift : cell.Subsidy.ToDecimal();

    /// <summary>Strength of the colour, in percent; what can't pay has none.</summary>
    public int HeatOf(CostCell cell) =>
        cell.Uplift is null || Highest <= 0 ? 0 : (int)Math.Round(6 + 50 * ExactOf(cell)!.Value / Highest);
}

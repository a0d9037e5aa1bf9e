using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// The point in one sentence: who gets the discount, and what goes to people who would buy anyway. Under it, how that was
/// estimated and by which prices, returns and days all of it is counted.
/// </summary>
public sealed partial class ConstructorHeadline : ComponentBase
{
    [Parameter, EditorRequired]
    public required ConstructorFigures Figures { get; set; }

    [Parameter, EditorRequired]
    public required ConstructorAnswer Answer { get; set; }

    [Parameter, EditorRequired]
    public required Percent Discount { get; set; }

    /// <summary>Null while it is counted.</summary>
    [Parameter, EditorRequired]
    public required ProgramCost? Cost { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    /// <summary>Name of the time zone whose days are counted.</summary>
    [Parameter, EditorRequired]
    public required string Zone { get; set; }

    private string Basis =>
        L["Basis", L["PriceBase." + Figures.PriceBase], L["ReturnRule." + Figures.ReturnRule], Zone];

    private string Estimate
    {
        get
        {
            var anyway = Cost!.Anyway;
            var spent = Display.MoneyShort(anyway.Spent, Currency);
            return anyway.Basis switch
            {
                AnywayBasis.YearEarlier => Costs[
                    "BasisYearEarlier",
                    Costs.Plural("Buyers", anyway.Buyers),
                    Display.Date(anyway.CohortOn),
                    spent,
                    Change(anyway.Change ?? 0),
                    Display.Share(anyway.PassedAgainShare ?? double.NaN, 0)
                ],
                AnywayBasis.LastYear => Costs["BasisLastYear", spent],
            };
        }
    }

    private string Change(double change) =>
        Costs[change < 0 ? "ChangeLess" : "ChangeMore", Display.Share(Math.Abs(change), 0)];

    private string Money(Money amount) => Display.Money(amount, Currency);
}

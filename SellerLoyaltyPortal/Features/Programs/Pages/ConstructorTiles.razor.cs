using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// The six figures of a point: who gets it, their revenue, who is near; what it pays to people who would come anyway, what
/// makes up for it, who drops out by themselves. Each has its formula behind its question mark.
/// </summary>
public sealed partial class ConstructorTiles : ComponentBase
{
    [Parameter, EditorRequired]
    public required ConstructorFigures Figures { get; set; }

    [Parameter, EditorRequired]
    public required ConstructorAnswer Answer { get; set; }

    /// <summary>Null while it is counted.</summary>
    [Parameter, EditorRequired]
    public required OfferCost? Cost { get; set; }

    /// <summary>Null while they are counted.</summary>
    [Parameter, EditorRequired]
    public required CostDetails? Details { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    /// <summary>Window, as-of date, price base, time zone of the figures.</summary>
    [Parameter, EditorRequired]
    public required string Whence { get; set; }

    private string RollOff =>
        Details is { RollOff: var (in30, in60, in90) }
            ? $"{Display.Count(in30)} / {Display.Count(in60)} / {Display.Count(in90)}"
            : "";

    private string Money(Money amount) => Display.Money(amount, Currency);

    private string Short(Money amount) => Display.MoneyShort(amount, Currency);
}

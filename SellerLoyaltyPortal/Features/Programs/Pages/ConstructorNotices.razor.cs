using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>What a person must know before they believe the numbers, and what their last action did.</summary>
public sealed partial class ConstructorNotices : ComponentBase
{
    [Parameter, EditorRequired]
    public required SellerDay Day { get; set; }

    [Parameter, EditorRequired]
    public required DayNumber AsOf { get; set; }

    [Parameter]
    public bool WindowIsEmpty { get; set; }

    [Parameter]
    public ProgramDetails? Running { get; set; }

    /// <summary>The point on the screen, for the page on which the running program is changed.</summary>
    [Parameter]
    public string ChangeQuery { get; set; } = "";

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter]
    public bool AddressWasWrong { get; set; }

    [Parameter]
    public string? Outcome { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Error> Errors { get; set; }

    [Parameter, EditorRequired]
    public required Func<Error, string> Explain { get; set; }
}

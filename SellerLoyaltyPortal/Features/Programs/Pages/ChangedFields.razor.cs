using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>Values before and after, a line each; what was nothing before is not written out.</summary>
public sealed partial class ChangedFields : ComponentBase
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<ChangedField> Changes { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    private string Before(ChangedField change) =>
        change.Before is null ? "" : $"{L.Format(change.Before, Currency)} → ";
}

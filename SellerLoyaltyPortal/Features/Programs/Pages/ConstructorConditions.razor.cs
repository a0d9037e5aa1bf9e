using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>Where the point is chosen: sliders, fields, steps back. What is typed wrong is said beside its field.</summary>
public sealed partial class ConstructorConditions : ComponentBase
{
    private IReadOnlyList<long> _thresholdStops = [];
    private IReadOnlyList<long> _discountStops = [];

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required ConstructorChoice Choice { get; set; }

    [Parameter, EditorRequired]
    public required ProgramLimits Limits { get; set; }

    [Parameter, EditorRequired]
    public required int WindowDays { get; set; }

    /// <summary>The offer's first day, were it launched now.</summary>
    [Parameter, EditorRequired]
    public required DayNumber StartsOn { get; set; }

    [Parameter]
    public string Name { get; set; } = "";

    [Parameter]
    public string? NameError { get; set; }

    [Parameter]
    public EventCallback<string> NameChanged { get; set; }

    /// <summary>Something was chosen or typed; whether the point moved.</summary>
    [Parameter]
    public EventCallback<bool> Changed { get; set; }

    protected override void OnInitialized()
    {
        _thresholdStops = ConstructorStart.ThresholdStops(Limits);
        _discountStops = ConstructorStart.DiscountStops(Limits);
    }

    private Task SlideThreshold(long threshold) => TakeAsync(Choice.SetThreshold(threshold));

    private Task TypeThreshold(long? typed) => TakeAsync(Choice.SetThreshold(typed));

    private Task SlideDiscount(long discount) => TakeAsync(Choice.SetDiscount(discount));

    private Task TypeDiscount(long? typed) => TakeAsync(Choice.SetDiscount(typed));

    private Task TypeLife(long? typed) => TakeAsync(Choice.SetLife(typed));

    private Task ChooseStacking(ChangeEventArgs change) =>
        TakeAsync(
            Enum.TryParse<StackingPolicy>(change.Value as string, out var policy)
                && Choice.SetStacking(policy)
        );

    private Task TakeAsync(bool changed) => Changed.InvokeAsync(changed);
}

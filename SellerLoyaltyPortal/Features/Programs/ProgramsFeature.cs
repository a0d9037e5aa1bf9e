using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Api;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Programs.Pages;
using SellerLoyaltyPortal.Features.Programs.Storefront;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Loyalty programs: their mechanics, their life from draft to end, the constructor.</summary>
public static class ProgramsFeature
{
    public static WebApplicationBuilder AddPrograms(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddOptions<ProgramLimits>()
            .BindConfiguration(nameof(ProgramLimits))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProgramLimits>, ProgramLimitsCheck>();
        services
            .AddOptions<ProgramClockOptions>()
            .BindConfiguration(nameof(ProgramClockOptions))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services
            .AddOptions<EconomicsDefaults>()
            .BindConfiguration(nameof(EconomicsDefaults))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<EconomicsDefaults>, EconomicsDefaults.Check>();
        services.AddSingleton<GoodsCostShare>();
        services.AddSingleton<ProgramNotifier>();
        services.AddSingleton<ProgramList>();
        services.AddSingleton<TakeLaunchSnapshot>();
        services.AddSingleton<ActivateDuePrograms>();
        services.AddSingleton<ReviseProgram>();
        services.AddSingleton<LaunchSnapshots>();
        services.AddSingleton<ProgramVersions>();
        services.AddSingleton<LoyaltyAnswers>();
        services.AddSingleton<GoodsCosts>();
        services.AddSingleton<SaveGoodsCosts>();
        services.AddSingleton<LoadGoodsFigures>();
        services.AddSingleton<ChangeJournal>();
        services.AddSingleton<LoadRevisionFigures>();
        services.AddSingleton<LoadComparison>();
        services.AddSingleton<OfferHints>();
        services.AddSingleton<StorefrontDays>();
        services.AddSingleton<HintTokens>();
        services.AddSingleton<BuyerHints>();
        services.AddSingleton<LoadPreview>();
        services.AddSingleton<ChangeProgram>();
        services.AddSingleton<SaveDraft>();
        services.AddSingleton<LaunchProgram>();
        services.AddSingleton<WithdrawProgram>();
        services.AddSingleton<EndProgram>();
        services.AddSingleton<DeleteDraft>();
        services.AddSingleton<DuplicateAsDraft>();
        services.AddSingleton<LoadCostFigures>();
        services.AddSingleton<UnitEconomicsSettings>();
        services.AddSingleton<SaveUnitEconomics>();
        services.AddHostedService<ProgramClock>();
        services.AddSingleton(new NavItem("programs", typeof(ProgramsText), "NavPrograms", "loyalty", 12));
        services.AddSingleton(new NavItem("settings", typeof(EconomicsText), "NavSettings", "settings", 39));
        services.AddSingleton(
            new NavAction("constructor", typeof(ProgramsText), "NewDraft", "add_circle", OwnersOnly: true)
        );
        services.AddSingleton(
            new NavAction("programs/compare", typeof(ProgramsText), "CompareTitle", "compare")
        );
        services.AddSingleton<PlaceFinder, ProgramPlaces>();
        services.AddSingleton<ConstructorFiguresCache>();
        services.AddSingleton(new NavItem("constructor", typeof(ConstructorText), "Nav", "tune", Order: 11));
        return builder;
    }

    public static WebApplication MapPrograms(this WebApplication app)
    {
        StorefrontEndpoints.Map(app);
        HintTokenEndpoint.Map(app);
        HintEndpoint.Map(app);
        ProgramEndpoints.Map(app);
        OfferEndpoints.Map(app);
        FigureEndpoints.Map(app);
        return app;
    }
}

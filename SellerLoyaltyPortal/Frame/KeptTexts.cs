using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// Texts of the resources, kept once they were looked up. The runtime's look-up takes a lock for every text, for
/// which people who drag at the same time waited half of their answer.
/// </summary>
internal sealed class KeptTexts(ResourceManagerStringLocalizerFactory resources) : IStringLocalizerFactory
{
    // The factory of the resources hands out the same one each time.
    private readonly ConcurrentDictionary<IStringLocalizer, IStringLocalizer> _all = new();

    public IStringLocalizer Create(Type resourceSource) => KeptOf(resources.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) =>
        KeptOf(resources.Create(baseName, location));

    private IStringLocalizer KeptOf(IStringLocalizer texts) =>
        _all.GetOrAdd(texts, static texts => new Kept(texts));

    private sealed class Kept(IStringLocalizer texts) : IStringLocalizer
    {
        // As many as there are resources and languages: names come from code, not from people.
        private readonly ConcurrentDictionary<(CultureInfo Culture, string Name), LocalizedString> _kept =
            new();

        public LocalizedString this[string name] =>
            _kept.GetOrAdd(
                (CultureInfo.CurrentUICulture, name),
                static (key, texts) => texts[key.Name],
                texts
            );

        public LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var text = this[name];
                return new(
                    name,
                    string.Format(CultureInfo.CurrentCulture, text.Value, arguments),
                    text.ResourceNotFound,
                    text.SearchedLocation
                );
            }
        }

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
            texts.GetAllStrings(includeParentCultures);
    }
}

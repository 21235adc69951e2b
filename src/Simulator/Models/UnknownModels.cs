using TypedLlm.Catalog;

namespace TypedLlm.Simulator;

/// <summary>Finds names in options that no model has. They do nothing, and nothing else would tell.</summary>
internal static class UnknownModels
{
    public static IEnumerable<string> Find(SimulatorOptions options) =>
        from named in NamesOf(options).Distinct()
        where named.Model != SimulatedAccount.EveryModel && BuiltInCatalog.Instance.Find(named.Model) is null && !options.AdditionalModels.Contains(named.Model)
        select $"{named.Place} names '{named.Model}', which is no model here and so does nothing; {Advice(named.Model, options)}";

    private static IEnumerable<(string Place, string Model)> NamesOf(SimulatorOptions options)
    {
        var account = options.Account;
        (string Place, IEnumerable<string> Models)[] lists =
        [
            ("account.missing_models", account.MissingModels),
            ("account.without_streaming", account.WithoutStreaming),
            ("account.without_background", account.WithoutBackground),
            ("account.without_structured", account.WithoutStructured),
            ("account.without_pdf", account.WithoutPdf),
            ("account.without_images", account.WithoutImages),
            ("account.without_batch", account.WithoutBatch),
            ("models_without_chat_batch", options.ModelsWithoutChatBatch),
            ("a script", options.Scripts.Select(static script => script.Model).OfType<string>()),
        ];
        return lists.SelectMany(static list => list.Models.Select(model => (list.Place, model)));
    }

    private static string Advice(string name, SimulatorOptions options)
    {
        var catalog = BuiltInCatalog.Instance;
        var meant = catalog.Resolve(name).Facts?.Id
            ?? NearestName.Find(name, catalog.Models.SelectMany(static model => model.Snapshots.Prepend(model.Id)).Concat(options.AdditionalModels));
        return meant is null ? "if it is one of your own, add it to additional_models." : $"did you mean '{meant}'? One of your own belongs into additional_models, too.";
    }
}

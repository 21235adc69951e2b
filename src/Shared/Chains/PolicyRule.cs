namespace TypedLlm.Chains;

/// <summary>The rule that holds a chain to <c>allow</c> and <c>deny</c> of the catalog files.</summary>
internal static class PolicyRule
{
    public static ChainProblem? Check(int index, ChainContext context)
    {
        var model = context.Chain[index];
        if (context.Catalog.IsAllowed(model.Id))
        {
            return null;
        }

        var replacement = context.ChooseReplacement(index);
        return new ChainProblem(
            DiagnosticIds.ModelNotAllowed,
            index,
            model.Name,
            new([
                ChainWords.Subject(model),
                context.Catalog.IsDenied(model.Id) ? "is on the deny list" : "is not on the allow list",
                ChainWords.Use(replacement),
            ]),
            ChainWords.One(replacement?.Facts.Id));
    }
}

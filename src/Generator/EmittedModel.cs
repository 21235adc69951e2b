using TypedLlm.Endpoints;

namespace TypedLlm.Generator;

/// <summary>Leaves out of a model what only rules ask for, so that an edit of it emits nothing.</summary>
internal static class EmittedModel
{
    public static EndpointModel? Of(EndpointModel? model)
    {
        // Most models hold no more than is printed, and each is read after every keystroke.
        if (model is null || !HoldMore(model.Methods))
        {
            return model;
        }

        var methods = new MethodModel[model.Methods.Count];
        for (var i = 0; i < methods.Length; i++)
        {
            var method = model.Methods[i];
            methods[i] = method with { Settings = method.Settings with { NoFallback = null, Workload = null } };
        }

        return model with { Methods = new EquatableArray<MethodModel>(methods) };
    }

    private static bool HoldMore(EquatableArray<MethodModel> methods)
    {
        for (var i = 0; i < methods.Count; i++)
        {
            if (methods[i].Settings is not { NoFallback: null, Workload: null })
            {
                return true;
            }
        }

        return false;
    }
}

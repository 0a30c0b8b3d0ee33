
def walk(a,b,path=""):
    if isinstance(a,dict) and isinstance(b,dict):
        for k in a.keys()|b.keys():
            yield from walk(a.get(k),b.get(k),f"{path}.{k}")
    elif isinstance(a,(list,tuple)) and isinstance(b,(list,tuple)) and len(a)==len(b):
        for i,(x,y) in enumerate(zip(a,b)): yield from walk(x,y,f"{path}[{i}]")
    elif a!=b: yield path,a,b
def diff(x,y):
    return [d for d in walk(x.model_dump(),y.model_dump()) if not d[0].startswith(".figures")]
